import '../messages/en-GB/lockout.ts'
import { Fragment, type ReactNode } from 'react'
import type { MessageKey, Parameters } from '../messages/message.ts'
import { useRollcall } from './rollcall-context.ts'

export interface WordsProps<Key extends MessageKey> {
  of: Key
  with: Parameters<Key, ReactNode>[0]
}

/** A sentence with nodes in it: `<Words of="lockout.unlocked" with={{ name: <Bidi>{name}</Bidi> }} />`. */
export function Words<Key extends MessageKey>({ of, with: parameters }: WordsProps<Key>) {
  const { parts } = useRollcall()
  const pieces = parts<Key, ReactNode>(of, ...([parameters] as unknown as Parameters<Key, ReactNode>))
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other identity.
    <Fragment key={index}>{piece}</Fragment>
  ))
}
