import type { Migration } from './migrate.ts'

export const firstTables: Migration = {
  name: '0001-first-tables',
  sqlite: [
    `CREATE TABLE users (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      external_id TEXT,
      email TEXT NOT NULL,
      email_key TEXT NOT NULL,
      username TEXT,
      username_key TEXT,
      domain TEXT NOT NULL,
      first_name TEXT,
      last_name TEXT,
      display_name TEXT,
      name_key TEXT NOT NULL,
      search_key TEXT NOT NULL,
      job_title TEXT,
      phone TEXT,
      language TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      organization TEXT,
      auth_kind TEXT NOT NULL,
      auth_provider TEXT,
      auth_subject TEXT,
      enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
      protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
      mute_notifications INTEGER NOT NULL CHECK (mute_notifications IN (0, 1)),
      attributes TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      invited_at INTEGER,
      registered_at INTEGER,
      version INTEGER NOT NULL,
      grants TEXT NOT NULL,
      role_rank INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX users_by_name ON users (name_key, id)',
    'CREATE INDEX users_by_email ON users (email_key, id)',
    'CREATE INDEX users_by_username ON users (username_key, id)',
    'CREATE INDEX users_by_creation ON users (created_at, id)',
    'CREATE INDEX users_by_rank ON users (role_rank, id)',
    'CREATE INDEX users_by_organization ON users (organization, id)',
    // Whoever sees their own organization sorts it as everybody is sorted.
    'CREATE INDEX users_by_organization_name ON users (organization, name_key, id)',
    'CREATE INDEX users_by_organization_email ON users (organization, email_key, id)',
    'CREATE INDEX users_by_organization_username ON users (organization, username_key, id)',
    'CREATE INDEX users_by_organization_creation ON users (organization, created_at, id)',
    'CREATE INDEX users_by_organization_rank ON users (organization, role_rank, id)',
    'CREATE INDEX users_by_authentication ON users (auth_kind, id)',
    'CREATE INDEX users_disabled ON users (id) WHERE enabled = 0',
    'CREATE INDEX users_disabled_by_organization ON users (organization, id) WHERE enabled = 0',
    'CREATE INDEX users_invited ON users (id) WHERE registered_at IS NULL',
    'CREATE INDEX users_invited_by_organization ON users (organization, id) WHERE registered_at IS NULL',
    'CREATE INDEX users_by_domain ON users (domain, id) WHERE registered_at IS NOT NULL',

    // Of the keys alone, three letters at a time: hits are looked at again, since it knows no order of them.
    `CREATE VIRTUAL TABLE user_search USING fts5 (
      search_key, content = 'users', content_rowid = 'number', tokenize = 'trigram case_sensitive 1', detail = 'none'
    )`,
    'CREATE VIRTUAL TABLE user_search_threes USING fts5vocab (user_search, row)',
    `CREATE TRIGGER users_searched_after_insert AFTER INSERT ON users BEGIN
      INSERT INTO user_search (rowid, search_key) VALUES (new.number, new.search_key);
    END`,
    `CREATE TRIGGER users_searched_after_update AFTER UPDATE OF search_key ON users
      WHEN old.search_key IS NOT new.search_key
    BEGIN
      INSERT INTO user_search (user_search, rowid, search_key) VALUES ('delete', old.number, old.search_key);
      INSERT INTO user_search (rowid, search_key) VALUES (new.number, new.search_key);
    END`,
    `CREATE TRIGGER users_searched_after_delete AFTER DELETE ON users BEGIN
      INSERT INTO user_search (user_search, rowid, search_key) VALUES ('delete', old.number, old.search_key);
    END`,

    `CREATE TABLE user_states (
      user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      organization TEXT,
      last_sign_in_at INTEGER,
      last_seen_at INTEGER,
      active_at INTEGER,
      locked_at INTEGER,
      invitation_expires_at INTEGER
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX user_states_by_sign_in ON user_states (last_sign_in_at, user_id)',
    'CREATE INDEX user_states_by_organization_sign_in ON user_states (organization, last_sign_in_at, user_id)',
    'CREATE INDEX user_states_by_activity ON user_states (active_at)',
    'CREATE INDEX user_states_locked ON user_states (locked_at) WHERE locked_at IS NOT NULL',
    `CREATE INDEX user_states_by_invitation ON user_states (invitation_expires_at)
      WHERE invitation_expires_at IS NOT NULL`,

    `CREATE TABLE identifiers (
      key TEXT PRIMARY KEY NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('email', 'username'))
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX identifiers_by_user ON identifiers (user_id)',

    `CREATE TABLE grants (
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      role TEXT NOT NULL,
      scope TEXT NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (user_id, role, scope, source)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX grants_by_role ON grants (role, scope, user_id)',
    'CREATE INDEX grants_by_scope ON grants (scope, user_id)',

    `CREATE TABLE credentials (
      user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      hash TEXT,
      scheme INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      set_by TEXT,
      former TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,

    `CREATE TABLE tokens (
      id TEXT PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      digest TEXT NOT NULL UNIQUE,
      code_digest TEXT NOT NULL,
      code_expires_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      sender_id TEXT,
      sends INTEGER NOT NULL,
      mail_id TEXT NOT NULL,
      email TEXT,
      UNIQUE (user_id, kind)
    ) STRICT`,
    'CREATE INDEX tokens_by_code ON tokens (code_digest)',

    `CREATE TABLE lockouts (
      key TEXT PRIMARY KEY NOT NULL,
      failed INTEGER NOT NULL CHECK (failed >= 0),
      undecided INTEGER NOT NULL CHECK (undecided >= 0),
      undecided_until INTEGER NOT NULL,
      generation INTEGER NOT NULL,
      locked_at INTEGER,
      threshold INTEGER NOT NULL,
      attempted_at INTEGER NOT NULL,
      CHECK (failed + undecided <= threshold)
    ) STRICT, WITHOUT ROWID`,

    `CREATE TABLE failed_sign_ins (
      id TEXT PRIMARY KEY NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      cause TEXT NOT NULL,
      address TEXT,
      agent TEXT
    ) STRICT`,
    'CREATE INDEX failed_sign_ins_by_user ON failed_sign_ins (user_id, at, id)',
    'CREATE INDEX failed_sign_ins_by_time ON failed_sign_ins (at)',

    `CREATE TABLE sessions (
      id TEXT PRIMARY KEY NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      digest TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      last_used_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
      confirmed_at INTEGER NOT NULL,
      address TEXT,
      agent TEXT,
      impersonator_id TEXT REFERENCES users (id) ON DELETE CASCADE,
      parent_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
      reason TEXT
    ) STRICT`,
    'CREATE INDEX sessions_by_user ON sessions (user_id)',
    'CREATE INDEX sessions_by_impersonator ON sessions (impersonator_id) WHERE impersonator_id IS NOT NULL',
    'CREATE INDEX sessions_by_parent ON sessions (parent_id) WHERE parent_id IS NOT NULL',
    'CREATE INDEX sessions_by_expiry ON sessions (expires_at)',

    `CREATE TABLE api_tokens (
      id TEXT PRIMARY KEY NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      digest TEXT NOT NULL UNIQUE,
      prefix TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      last_used_at INTEGER,
      created_by TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX api_tokens_by_user ON api_tokens (user_id)',
    'CREATE INDEX api_tokens_by_expiry ON api_tokens (expires_at)',

    `CREATE TABLE resources (
      id TEXT PRIMARY KEY NOT NULL,
      type TEXT NOT NULL,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      parent TEXT,
      is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
      next_steps TEXT
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX resources_by_name ON resources (name_key, id)',

    `CREATE TABLE groups (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      description TEXT NOT NULL,
      domains TEXT NOT NULL,
      grants TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE group_domains (
      domain TEXT NOT NULL,
      group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
      PRIMARY KEY (domain, group_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX group_domains_by_group ON group_domains (group_id)',
    `CREATE TABLE group_grants (
      group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
      role TEXT NOT NULL,
      scope TEXT NOT NULL,
      PRIMARY KEY (group_id, role, scope)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX group_grants_by_role ON group_grants (role, scope)',
    'CREATE INDEX group_grants_by_scope ON group_grants (scope)',
    `CREATE TABLE group_members (
      group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      PRIMARY KEY (group_id, user_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX group_members_by_user ON group_members (user_id, group_id)',
    `CREATE VIEW memberships (user_id, group_id, source) AS
      SELECT user_id, group_id, 'hand' FROM group_members
      UNION ALL
      SELECT users.id, group_domains.group_id, 'domain'
      FROM group_domains JOIN users ON users.domain = group_domains.domain AND users.registered_at IS NOT NULL`,
    // Its arms are spelt out, so that conditions reach the tables beneath.
    `CREATE VIEW held_grants (user_id, role, scope) AS
      SELECT user_id, role, scope FROM grants
      UNION ALL
      SELECT group_members.user_id, group_grants.role, group_grants.scope
      FROM group_members JOIN group_grants ON group_grants.group_id = group_members.group_id
      UNION ALL
      SELECT users.id, group_grants.role, group_grants.scope
      FROM group_grants
      JOIN group_domains ON group_domains.group_id = group_grants.group_id
      JOIN users ON users.domain = group_domains.domain AND users.registered_at IS NOT NULL`,

    `CREATE TABLE outbox (
      id TEXT PRIMARY KEY NOT NULL,
      user_id TEXT NOT NULL,
      template TEXT NOT NULL,
      content TEXT NOT NULL,
      sealed TEXT,
      created_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      expires_at INTEGER,
      state TEXT NOT NULL,
      state_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      lease_token TEXT,
      error TEXT
    ) STRICT`,
    'CREATE INDEX outbox_by_state ON outbox (state, due_at, id)',
    'CREATE INDEX outbox_by_user ON outbox (user_id)',

    `CREATE TABLE seals (
      number INTEGER PRIMARY KEY NOT NULL,
      previous TEXT NOT NULL,
      root TEXT NOT NULL,
      count INTEGER NOT NULL,
      at INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`,

    `CREATE TABLE audit_entries (
      id TEXT PRIMARY KEY NOT NULL,
      at INTEGER NOT NULL,
      action TEXT NOT NULL,
      real_id TEXT,
      real_name TEXT,
      effective_id TEXT,
      effective_name TEXT,
      target_id TEXT,
      target_name TEXT,
      changes TEXT NOT NULL,
      reason TEXT,
      address TEXT,
      mac TEXT NOT NULL,
      seal INTEGER REFERENCES seals (number)
    ) STRICT`,
    'CREATE INDEX audit_entries_by_seal ON audit_entries (seal, at, id)',
    'CREATE INDEX audit_entries_by_time ON audit_entries (at, id)',
    'CREATE INDEX audit_entries_by_real ON audit_entries (real_id, at, id)',
    'CREATE INDEX audit_entries_by_target ON audit_entries (target_id, at, id)',
    // The two differ while impersonating only.
    `CREATE INDEX audit_entries_by_effective ON audit_entries (effective_id, at, id)
      WHERE effective_id IS DISTINCT FROM real_id`,
    'CREATE INDEX audit_entries_impersonated ON audit_entries (at, id) WHERE effective_id IS DISTINCT FROM real_id',

    `CREATE TABLE answers (
      key TEXT PRIMARY KEY NOT NULL,
      input_digest TEXT NOT NULL,
      answer TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX answers_by_expiry ON answers (expires_at)',

    `CREATE TABLE settings (
      number INTEGER PRIMARY KEY NOT NULL CHECK (number = 1),
      welcome TEXT NOT NULL,
      welcome_text TEXT,
      version INTEGER NOT NULL
    ) STRICT`,

    `CREATE TABLE imports (
      id TEXT PRIMARY KEY NOT NULL,
      owner_id TEXT,
      name TEXT,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      columns TEXT NOT NULL,
      complete INTEGER NOT NULL CHECK (complete IN (0, 1))
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX imports_by_expiry ON imports (expires_at)',
    `CREATE TABLE import_chunks (
      import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      last_line INTEGER NOT NULL,
      to_create INTEGER NOT NULL,
      to_update INTEGER NOT NULL,
      to_leave INTEGER NOT NULL,
      to_refuse INTEGER NOT NULL,
      state TEXT NOT NULL,
      created INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      unchanged INTEGER NOT NULL,
      refused INTEGER NOT NULL,
      plan TEXT NOT NULL,
      outcomes TEXT,
      UNIQUE (import_id, number)
    ) STRICT`,
    'CREATE INDEX import_chunks_by_line ON import_chunks (import_id, last_line, number)',
    "CREATE INDEX import_chunks_waiting ON import_chunks (import_id, number) WHERE state = 'waiting'",

    "INSERT INTO guards (name, taken) VALUES ('administrators', 0)",
  ],
}
