import type { Answer } from '../../schemas/index.ts'
import type { AnswerChange, SaveResult } from '../types.ts'
import type { Queue } from './queue.ts'

/** What the save light shows. */
export interface SaveState {
  /** `held`: what is left waits for the person, not for the network. */
  kind: 'idle' | 'waiting' | 'held' | 'saving' | 'saved' | 'offline' | 'retrying' | 'signIn' | 'none'
  /** Changes not yet acknowledged. */
  pending: number
  /** When the last save was acknowledged. */
  at?: Date
  /** Seconds until the next try. */
  retryIn?: number
}

export interface SaverHost {
  send: ((changes: AnswerChange[]) => Promise<SaveResult>) | undefined
  queue: Queue
  /** A save was acknowledged: the answers now stored, whether a newer change of each waits, and the submission's revision. */
  onStored(answers: Record<string, Answer>, newer: (id: string) => boolean, revision: number): void
  onConflict(id: string, mine: AnswerChange, current: Answer): void
  /** The server refused these for what they are. */
  onRefused(changes: AnswerChange[], why: string): void
  onState(state: SaveState): void
  online?: () => boolean
  delay?: number
  /** Base of the back-off in milliseconds. */
  backOff?: number
}

export interface Saver {
  /** Listen to the network and the page; after `dispose` it may be started again. */
  start(): void
  add(change: AnswerChange): void
  /** Send what waits without the debounce; resolves when that attempt is over. */
  flush(): Promise<void>
  /** Take up changes kept from an earlier visit, those that may still be made. */
  resume(may?: (change: AnswerChange) => boolean): Promise<AnswerChange[]>
  waiting(id: string): boolean
  /** Changes kept on this device, from this visit or an earlier one. */
  kept(): Promise<AnswerChange[]>
  /** Let go of a kept change: the other value was chosen. */
  forget(id: string): void
  state(): SaveState
  setSend(send: SaverHost['send']): void
  dispose(): void
}
