import type { Decorator } from '@storybook/react-vite'

const CLASS = 'a-class-of-the-host'

/** The elements handed to the `ref` of a Playground, by story. */
const refs = new Map<string, unknown>()

interface Shown {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly component?: unknown
}

function concerns({ name, component }: Shown): boolean {
  return import.meta.env.MODE === 'test' && name === 'Playground' && component !== undefined
}

/**
 * What every exported component promises its host, held on every component's Playground while tests run: `ref` is an
 * element of the page, `className` joins the component's own, and further attributes reach it.
 */
export const hostsProps: Decorator = (Story, context) => {
  if (!concerns(context)) return <Story />
  const ref = (element: unknown) => {
    if (element !== null) refs.set(context.id, element)
  }
  return <Story args={{ ...context.args, ref, className: CLASS, 'data-host': 'kept' }} />
}

export function expectHostsProps(context: Shown): void {
  if (!concerns(context)) return
  const element = refs.get(context.id)
  refs.delete(context.id)
  const broken = [
    ...(element instanceof Element ? [] : ['`ref` got no element']),
    ...(element instanceof Element && !element.isConnected ? ['the element of `ref` has left the page'] : []),
    ...(element instanceof Element && !element.classList.contains(CLASS) ? ['`className` is dropped'] : []),
    ...(element instanceof Element && ![...element.classList].some((name) => /^(?:rc-|rollcall$)/.test(name))
      ? ['`className` replaces the component’s own classes']
      : []),
    ...(element instanceof Element && element.getAttribute('data-host') !== 'kept'
      ? ['further attributes are dropped']
      : []),
  ]
  if (broken.length > 0) throw new Error(`${context.title}: ${broken.join('; ')}.`)
}
