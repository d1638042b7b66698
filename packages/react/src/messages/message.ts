import type { enGB } from './en-GB.ts'

/** A sentence by plural category of `count` in the catalogue's language. */
export type Plural = { readonly other: string } & { readonly [C in Intl.LDMLPluralRule]?: string }

export type Message = string | Plural

type Source = typeof enGB
type Widened<M> = M extends string ? string : Plural

/** A whole catalogue: every sentence of the kit in one language. `{name}` stands for a parameter. */
export type Messages = { readonly [G in keyof Source]: { readonly [K in keyof Source[G]]: Widened<Source[G][K]> } }

/** Part of a catalogue, to reword some sentences of a language. */
export type PartialMessages = { readonly [G in keyof Messages]?: Partial<Messages[G]> }

/** Catalogues by BCP 47 tag. English (en-GB) is built in. */
export type Catalogues = { readonly [tag: string]: PartialMessages }

/** `group.name` of a sentence. */
export type MessageKey = { [G in keyof Source & string]: `${G}.${keyof Source[G] & string}` }[keyof Source & string]

type MessageAt<Key> = Key extends `${infer G extends keyof Source & string}.${infer K}`
  ? K extends keyof Source[G]
    ? Source[G][K]
    : never
  : never

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never

type ParameterNames<M> = M extends string ? Placeholders<M> : 'count' | Placeholders<M[keyof M]>

/** The parameters a sentence demands; none when it has no placeholder. `count` is always a number. */
export type Parameters<Key extends MessageKey, Value> = [ParameterNames<MessageAt<Key>>] extends [never]
  ? []
  : [{ readonly [N in ParameterNames<MessageAt<Key>>]: N extends 'count' ? number : Value }]
