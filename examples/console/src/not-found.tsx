import { linkTo } from './route.ts'

export function NotFound() {
  return (
    <section className="host-page">
      <h1>There is no such page</h1>
      <p>
        <a {...linkTo('/')}>To the start</a>
      </p>
    </section>
  )
}
