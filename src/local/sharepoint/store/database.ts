import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { migrate } from "./migrations.ts";
import type { Row } from "./row.ts";

export type Parameter = SQLInputValue;

/** One SQLite file, held by one process. Every write is one transaction; what was answered survives kill -9. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #afterRollback: (() => void)[] = [];
  #inTransaction = false;

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  all(sql: string, ...parameters: readonly Parameter[]): Row[] {
    return this.#prepare(sql).all(...parameters);
  }

  one(sql: string, ...parameters: readonly Parameter[]): Row | undefined {
    return this.#prepare(sql).get(...parameters);
  }

  /** The row id of what was inserted, and how many rows changed. */
  run(sql: string, ...parameters: readonly Parameter[]): { id: number; changes: number } {
    const result = this.#prepare(sql).run(...parameters);
    return { id: Number(result.lastInsertRowid), changes: Number(result.changes) };
  }

  /** For statements that change tables; they are not kept. */
  define(sql: string): void {
    this.#statements.clear();
    this.#connection.exec(sql);
  }

  /** All of it or nothing. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#connection.exec("BEGIN IMMEDIATE");
    this.#inTransaction = true;
    try {
      const result = work();
      this.#connection.exec("COMMIT");
      return result;
    } catch (error) {
      this.#connection.exec("ROLLBACK");
      for (const forget of this.#afterRollback) forget();
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  /** For what is kept in memory beside the tables and must be forgotten with a transaction. */
  onRollback(forget: () => void): void {
    this.#afterRollback.push(forget);
  }

  close(): void {
    this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= 500) this.#statements.clear();
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Opens or makes `sharepoint.sqlite`. Throws an Error for people where the folder is taken or not writable. */
export function openDatabase(folder: string): Database {
  const file = join(folder, "sharepoint.sqlite");
  const connection = openFile(folder, file);
  try {
    connection.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;");
    connection.exec("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
    connection.exec("BEGIN EXCLUSIVE; COMMIT;");
  } catch (cause) {
    connection.close();
    if (isBusy(cause))
      throw new Error(
        `The data folder ${folder} is in use by another local SharePoint service. Stop that one, or give this one a folder of its own.`,
        { cause },
      );
    throw new Error(`The file ${file} cannot be written, or is no database of this service.`, {
      cause,
    });
  }
  try {
    migrate(connection, file);
  } catch (cause) {
    connection.close();
    throw cause;
  }
  return new Database(connection);
}

function openFile(folder: string, file: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(file);
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be written. Choose another one.`, { cause });
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
}
