import '../messages/en-GB/lockout.ts'
import { Fragment, type ReactNode } from 'react'
import type { MessageKey, Parameters } from '../messages/message.ts'
import { Bidi } from './bidi.tsx'
import { useRollcall } from './rollcall-context.ts'

export interface WordsProps<Key extends MessageKey> {
  of: Key
  with: Parameters<Key, ReactNode>[0]
}

/** A sentence about something: `<Words of="lockout.unlocked" with={{ name }} />`. What is text in it is of unknown direction. */
export function Words<Key extends MessageKey>({ of, with: parameters }: WordsProps<Key>) {
  const { parts } = useRollcall()
  const nodes = Object.entries(parameters ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? <Bidi key={name}>{value}</Bidi> : value,
  ])
  const pieces = parts<Key, ReactNode>(of, ...([Object.fromEntries(nodes)] as unknown as Parameters<Key, ReactNode>))
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other identity.
    <Fragment key={index}>{piece}</Fragment>
  ))
}
