import { StatusBadge, UserSelect } from '@rollcall/react'
import { ResourceRolesDialog } from '@rollcall/react/access'
import type { UserChoice } from '@rollcall/react/users'
import { type FormEvent, useId, useState } from 'react'
import { type SurveyPerson, useGiveSurveyRole, useSurveyPeople } from './survey-people-query.ts'
import type { Survey } from './surveys-query.ts'

/**
 * Who has a role on this survey, given directly or by a group. A table of the host's own around parts of Rollcall: whom
 * one may choose, what one may give, and how somebody's account stands.
 */
export function SurveyPeople({ survey }: { survey: Survey }) {
  const { data, error } = useSurveyPeople(survey.id)
  const [edited, setEdited] = useState<SurveyPerson | null>(null)
  if (error) {
    return (
      <p className="host-problem" role="alert">
        {error.message}
      </p>
    )
  }
  if (!data) return null
  const { people, grantable } = data
  return (
    <>
      {grantable.length > 0 && <AddPerson survey={survey} roles={grantable} />}
      <table className="host-table" aria-label={`Users of ${survey.name}`}>
        <thead>
          <tr>
            <th>Email address</th>
            <th>Roles</th>
            <th>Groups</th>
            <th>Status</th>
            <th>
              <span className="host-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.user.id}>
              <td>
                <bdi>{person.user.email}</bdi>
                {person.user.name !== person.user.email && (
                  <small>
                    <bdi>{person.user.name}</bdi>
                  </small>
                )}
              </td>
              <td>{person.roles.join(', ')}</td>
              <td>{person.groups.join(', ') || 'Individual users'}</td>
              <td>
                <StatusBadge user={person.user} />
              </td>
              <td>
                <button type="button" className="host-plain" onClick={() => setEdited(person)}>
                  Edit roles<span className="host-hidden"> of {person.user.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited && (
        <ResourceRolesDialog
          key={edited.user.id}
          user={edited.user}
          resource={survey}
          open
          onOpenChange={(open) => !open && setEdited(null)}
        />
      )}
    </>
  )
}

function AddPerson({ survey, roles }: { survey: Survey; roles: readonly { id: string; name: string }[] }) {
  const give = useGiveSurveyRole(survey.id)
  const [person, setPerson] = useState<UserChoice | null>(null)
  const field = useId()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const role = String(new FormData(event.currentTarget).get('role'))
    if (person) give.mutate({ userId: person.id, role }, { onSuccess: () => setPerson(null) })
  }
  return (
    <form className="host-row host-add" onSubmit={send}>
      <label htmlFor={field}>
        Person
        <UserSelect id={field} value={person} onChange={setPerson} resource={survey.id} />
      </label>
      <label>
        Role
        <select name="role">
          {roles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="host-button" disabled={!person || give.isPending}>
        Add user
      </button>
      {give.isError && (
        <span className="host-problem" role="alert">
          That was not given. {give.error.message}
        </span>
      )}
    </form>
  )
}
