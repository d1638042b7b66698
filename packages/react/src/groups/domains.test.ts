import { expect, it } from 'vitest'
import { domainsIn, isDomain } from './domains.ts'

it('takes domains however they are parted, each once, without what stands before an @', () => {
  expect(domainsIn(' Northwind.example, contoso.example;\n@northwind.example lena@fabrikam.example ')).toEqual([
    'northwind.example',
    'contoso.example',
    'fabrikam.example',
  ])
  expect(domainsIn(' , ')).toEqual([])
})

it('knows a domain from what is none', () => {
  expect(['northwind.example', 'münchen.example'].filter(isDomain)).toHaveLength(2)
  expect(['north wind', 'a..b', '-'].filter(isDomain)).toEqual([])
})
