import type { FieldCode } from '@rollcall/core/contract'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { asRefusal } from './refusal.ts'
import { useRollcall } from './rollcall-context.ts'

/** Control name → what is wrong there. */
export type FieldErrors = Readonly<Record<string, FieldCode>>

interface FormOptions<Values> {
  /** Reads the native form; names of controls are the wire's input paths. */
  readonly read: (data: FormData) => Values
  /** What the browser already knows to be wrong. */
  readonly check?: (values: Values) => FieldErrors
  /** Sends; what it throws becomes field errors or `problem`. */
  readonly send: (values: Values) => Promise<unknown>
}

export interface Form {
  readonly props: {
    readonly ref: RefObject<HTMLFormElement | null>
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
    readonly noValidate: true
  }
  readonly pending: boolean
  /** What was thrown and is not wholly said beside fields. */
  readonly problem: unknown
  /** The sentence beside the control of that name. */
  readonly error: (name: string) => string | undefined
}

/** A native form: checked here, then by the server, with focus on the first field that is wrong. */
export function useForm<Values>({ read, check, send }: FormOptions<Values>): Form {
  const { t } = useRollcall()
  const ref = useRef<HTMLFormElement | null>(null)
  const [pending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<FormOutcome>({ errors: {}, problem: null })

  useEffect(() => {
    firstWrong(controlsOf(ref.current), outcome.errors)?.focus()
  }, [outcome])

  async function submit(form: HTMLFormElement) {
    const values = read(new FormData(form))
    const errors = check?.(values) ?? {}
    if (Object.keys(errors).length > 0) return setOutcome({ errors, problem: null })
    setPending(true)
    try {
      await send(values)
      setOutcome({ errors: {}, problem: null })
    } catch (error) {
      setOutcome(
        outcomeOf(
          error,
          controlsOf(form).map((control) => control.name),
        ),
      )
    } finally {
      setPending(false)
    }
  }

  return {
    props: {
      ref,
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        // A dialog's form inside a host's form bubbles through React even though the DOM nests neither.
        event.stopPropagation()
        if (!pending) void submit(event.currentTarget)
      },
    },
    pending,
    problem: outcome.problem,
    error: (name) => outcome.errors[name] && t(`fields.${outcome.errors[name]}`),
  }
}

export interface FormOutcome {
  readonly errors: FieldErrors
  readonly problem: unknown
}

/** Sorts what was thrown: beside the fields it names, or to the form where a field it names is not on the page. */
export function outcomeOf(error: unknown, names: readonly string[]): FormOutcome {
  const fields = asRefusal(error)?.details.fields ?? {}
  const errors = Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
  const placed = Object.keys(errors).length
  return { errors, problem: placed > 0 && placed === Object.keys(fields).length ? null : error }
}

interface NamedControl {
  readonly name: string
  focus(): void
}

/** The first control, in the order of the page, that has an error. */
export function firstWrong<Control extends NamedControl>(
  controls: readonly Control[],
  errors: FieldErrors,
): Control | undefined {
  return controls.find((control) => Object.hasOwn(errors, control.name))
}

function controlsOf(form: HTMLFormElement | null): NamedControl[] {
  return Array.from(form?.elements ?? []).filter((control): control is HTMLInputElement => 'name' in control)
}
