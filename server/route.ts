import type { Request, Response } from 'express'
import type { Desk } from './desk.ts'
import type { Role, User } from './roles.ts'
import type { Actor, Scope, Store } from './store/port.ts'
import type { Schema } from './validate.ts'

/** What a handler gets: everything checked, the account known. */
export interface Call<Body = unknown> {
  store: Store
  desk: Desk
  request: Request
  response: Response
  params: Record<string, string>
  query: Record<string, string>
  body: Body
  me: User
  by: Actor
  scope: Scope
  /** When the request's headers arrived. */
  at: Date
  /** How much evidence a unit may keep, in bytes. */
  quota: number
}

/** The answer was written by the handler itself. */
export const sent = Symbol('sent')

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  roles: readonly Role[] | 'anyone'
  query?: Record<string, Schema>
  body?: Schema
  /** No body at all is fine too. */
  optional?: boolean
  /** The body is a framework document: larger limits. */
  document?: boolean
  /** The body is a file and is streamed by the handler. */
  upload?: boolean
  /** The schema of the answer; absent for 204 and for files. */
  answer?: Schema
  status?: number
  handle: (call: Call<never>) => Promise<unknown>
}

/** Gives the body of a route its type; the schema has checked it. */
export function route<Body>(definition: Omit<Route, 'handle'> & { handle: (call: Call<Body>) => Promise<unknown> }): Route {
  return definition as Route
}
