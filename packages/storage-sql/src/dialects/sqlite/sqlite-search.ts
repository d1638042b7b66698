import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Condition } from '../../users/user-filter.ts'
import type { Source } from '../../users/user-sources.ts'

/** Of the keys alone, three letters at a time: hits are looked at again, since it knows no order of them. */
export const SEARCH_INDEX = [
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
]

/** As many are looked up of a text. */
const THREES = 4

/** Comes after every letter. */
const LAST = '\u{10ffff}\u{10ffff}'

/** The index knows who has which three letters in a row. */
export function searched(text: string): Condition {
  const holds = sql<SqlBool>`instr(users.search_key, ${text}) > 0`
  const letters = [...text]
  const threes = letters.slice(2).map((third, index) => `${letters[index]}${letters[index + 1]}${third}`)
  if (threes.length === 0) {
    const begun = sql`SELECT group_concat('"' || replace(term, '"', '""') || '"', ' OR ') FROM user_search_threes
      WHERE term >= ${text} AND term <= ${text + LAST}`
    return { holds, source: { ...having(sql`coalesce((${begun}), '""')`), size: Number.POSITIVE_INFINITY } }
  }
  // A few, from its whole length, say nearly as much and are found sooner.
  const step = Math.max(1, (threes.length - 1) / (THREES - 1))
  const some = threes.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
  const every = [...new Set(some)].map((three) => `"${three.replaceAll('"', '""')}"`).join(' AND ')
  return { holds, source: having(sql`${every}`) }
}

function having(threes: RawBuilder<unknown>): Source {
  return { ids: sql`SELECT rowid AS number FROM user_search WHERE user_search MATCH ${threes}`, key: 'number' }
}
