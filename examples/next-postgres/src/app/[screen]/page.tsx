import { callerOrNull } from '../../caller.ts'
import { Known } from '../../known.tsx'
import { rollcall } from '../../rollcall.ts'
import { Screen } from '../../screens.tsx'

export default async function Page({ params }: { params: Promise<{ screen: string }> }) {
  const { screen } = await params
  const actor = (await callerOrNull()) ?? rollcall().anonymous({ address: null, agent: null })
  const policy = await rollcall().system.getPolicy(actor, {})
  return (
    <Known answers={{ policy }}>
      <Screen name={screen} />
    </Known>
  )
}
