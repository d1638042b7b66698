import { Can } from '@rollcall/react'
import type { FormEvent } from 'react'
import { addressOf } from '../route.ts'
import { type App, useUpload } from './apps-query.ts'

/** What was uploaded, and for whoever may upload, how. */
export function Builds({ app }: { app: App }) {
  return (
    <div className="host-builds">
      {app.builds.length === 0 ? (
        <p className="host-lead">No build yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>Version</th>
              <th>Uploaded</th>
              <th>By</th>
            </tr>
          </thead>
          <tbody>
            {app.builds.map(({ version, at, by }) => (
              <tr key={at}>
                <td>{version}</td>
                <td>
                  <time dateTime={at}>
                    {new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
                  </time>
                </td>
                <td>{by ? <bdi>{by.name}</bdi> : 'Somebody who has left'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Can right="apps.upload" resource={{ type: 'app', id: app.id }}>
        <Upload app={app} />
      </Can>
    </div>
  )
}

function Upload({ app }: { app: App }) {
  const upload = useUpload(app.id)
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    upload.mutate(String(new FormData(form).get('version')), { onSuccess: () => form.reset() })
  }
  const url = location.origin + addressOf(`/api/apps/${app.id}/upload`)
  return (
    <>
      <h2>Upload a build</h2>
      <form className="host-row" onSubmit={send}>
        <label>
          Version
          <input name="version" required pattern="\d+(\.\d+)*" title="Numbers and dots, such as 4.3.0" />
        </label>
        <button type="submit" className="host-button">
          Upload
        </button>
      </form>
      {upload.isError && (
        <p className="host-problem" role="alert">
          That was not uploaded. {upload.error.message}
        </p>
      )}
      <p>A build server does it with the API token of your profile:</p>
      <pre className="host-code">
        {`curl ${url} \\\n  -H 'Authorization: Bearer …' \\\n  -d '{"version": "4.3.0"}'`}
      </pre>
    </>
  )
}
