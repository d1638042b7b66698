import { describe, expect, it } from 'vitest'
import { hasSeparator, withAddresses } from './addresses.ts'

describe('addresses', () => {
  it('takes a pasted list apart at commas, semicolons, spaces and lines', () => {
    expect(withAddresses([], 'a@x.example, b@x.example;c@x.example\n <d@x.example> ')).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
      'd@x.example',
    ])
  })

  it('keeps one of two that reach the same person', () => {
    expect(withAddresses(['Lena.Vogt@northwind.example'], 'lena.vogt@NORTHWIND.example')).toHaveLength(1)
  })

  it('keeps what is no address, so that it can be put right', () => {
    expect(withAddresses([], 'lena.vogt@ nobody')).toEqual(['lena.vogt@', 'nobody'])
  })

  it('knows that an address is finished by what follows it, not by space before it', () => {
    expect(hasSeparator(' lena')).toBe(false)
    expect(hasSeparator('lena ')).toBe(true)
  })
})
