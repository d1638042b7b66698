import '../messages/en-GB/deletion.ts'
import { useId, useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Words } from '../ui/words.tsx'

/** A name that must be typed before something final; until then `shut` refuses its button. */
export function useTypedName(name: string) {
  const [text, setText] = useState('')
  const id = useId()
  const shut = same(text, name) ? {} : { 'aria-disabled': true, 'aria-describedby': id }
  return { text, setText, id, shut }
}

interface TypedNameProps {
  name: string
  typed: ReturnType<typeof useTypedName>
}

export function TypedName({ name, typed }: TypedNameProps) {
  return (
    <Field
      label={
        <span className="rc-typed" id={typed.id}>
          <Words of="deletion.type" with={{ name: <Bidi className="rc-strong">{name}</Bidi> }} />
        </span>
      }
    >
      <Input
        value={typed.text}
        onChange={({ target }) => typed.setText(target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
      />
    </Field>
  )
}

/** However the letters were composed and spaced. */
function same(text: string, name: string): boolean {
  const plain = (each: string) => each.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  return plain(text) === plain(name)
}
