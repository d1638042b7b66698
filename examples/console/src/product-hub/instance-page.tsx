import { useQuery } from '@tanstack/react-query'
import { ask } from '../ask.ts'
import { Missing } from '../missing.tsx'
import { SignedIn } from '../signed-in.tsx'

interface Instance {
  name: string
  app: string | null
  work: string[]
}

/** One instance of an app, as far as this demo has any: what waits in it. */
export function InstancePage({ instanceId }: { instanceId: string }) {
  return (
    <SignedIn>
      <OneInstance instanceId={instanceId} />
    </SignedIn>
  )
}

function OneInstance({ instanceId }: { instanceId: string }) {
  const { data: instance, isError } = useQuery({
    queryKey: ['host', 'instances', instanceId],
    queryFn: (): Promise<Instance> => ask(`/api/instances/${instanceId}`),
  })
  if (isError) {
    return (
      <Missing title="There is no such instance" to="/" words="To your apps">
        It may exist; it was not assigned to you.
      </Missing>
    )
  }
  if (!instance) return null
  return (
    <section className="host-page">
      <h1>
        <bdi>{instance.name}</bdi>
      </h1>
      <p className="host-lead">{instance.app}</p>
      {instance.work.length === 0 && <p>Nothing waits here.</p>}
      <ul>
        {instance.work.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </section>
  )
}
