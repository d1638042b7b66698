// What imports are compared by, whoever did them.
import Database from 'libsql'

/** What an import leaves behind: how much of everything, and everything of some people but ids and times. */
export function factsOf(file) {
  const database = new Database(file)
  const all = (query) => database.prepare(query).raw().all([])
  const some = 'SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM sessions) ORDER BY email LIMIT 200'
  const facts = {
    counts:
      all(`SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM user_states), (SELECT count(*) FROM identifiers),
      (SELECT count(*) FROM grants), (SELECT count(*) FROM audit_entries WHERE action = 'imports.applyImport'),
      (SELECT count(*) FROM user_search WHERE user_search MATCH '"zoe"')`),
    people:
      all(`SELECT u.external_id, u.email, u.email_key, u.username, u.username_key, u.domain, u.first_name, u.last_name,
      u.display_name, u.name_key, u.search_key, u.job_title, u.phone, u.language, u.time_zone, u.organization, u.auth_kind,
      u.auth_provider, u.auth_subject, u.enabled, u.protected, u.mute_notifications, u.attributes, u.invited_at,
      u.registered_at, u.version, u.grants, u.role_rank, s.organization, s.active_at, s.invitation_expires_at
      FROM users u JOIN user_states s ON s.user_id = u.id WHERE u.id IN (${some}) ORDER BY u.email`),
    identifiers: all(`SELECT key, kind FROM identifiers WHERE user_id IN (${some}) ORDER BY key`),
    grants: all(`SELECT role, scope, source FROM grants WHERE user_id IN (${some}) ORDER BY role`),
    entries: all(`SELECT real_id, real_name, effective_id, effective_name, target_name, changes, length(mac)
      FROM audit_entries WHERE target_id IN (${some}) ORDER BY changes`),
  }
  database.close()
  return facts
}
