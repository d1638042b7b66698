import { useSignOut } from '@rollcall/react/sign-in'
import { useMe } from '@rollcall/react/users'
import { linkTo } from './route.ts'

/** Who is signed in, and the way out; for visitors the way in. */
export function Person() {
  const { data: person, isPending } = useMe()
  return (
    <div className="host-person">
      {person ? (
        <>
          <bdi className="host-name">{person.name}</bdi>
          <SignOut />
        </>
      ) : (
        !isPending && <a {...linkTo('/sign-in')}>Sign in</a>
      )}
    </div>
  )
}

/** Back to where one chooses a product and somebody else. */
function SignOut() {
  const signOut = useSignOut()
  return (
    <button
      type="button"
      onClick={() => signOut.mutate(undefined, { onSuccess: ({ leaving }) => leaving || location.assign('/') })}
    >
      Sign out
    </button>
  )
}
