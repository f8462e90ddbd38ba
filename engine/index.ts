/**
 * The engine: frameworks in, outcomes out. Pure and the same everywhere: no clock, no chance, no code made from text.
 * Misuse throws; whatever a document or an answer gets wrong is an issue.
 */

// Documents
export { validate, documentLimits, type DocumentKind } from './validate.ts'
export { canonical, hash } from './hash.ts'
export { matches } from './pattern/pattern.ts'
export { diff, reverse, same, type Change as EditionChange, type Effect, type EntityKind, type Part, type Place } from './diff.ts'
export { apply } from './apply.ts'
export { suggestMapping, relate, type Correspondence, type Mapping, type Relation } from './mapping.ts'
export { elementOf, fieldsIn } from './names.ts'
export { migrate, type Dropped, type Proposal } from './migrate.ts'

// Compiling
export { compile, type Compilation } from './compile.ts'
export type { CalculationInfo, Compiled, CompiledRubric, FieldInfo, PointInfo } from './compiled.ts'
export type { TreeNode } from './tree.ts'
export { typeOf, type Type } from './rule/type.ts'

// Judging the document
export { lint, applyFix } from './lint/lint.ts'
export type { Finding, FixEdit } from './lint/finding.ts'

// Evaluating
export { evaluate, type EvaluateOptions } from './evaluate.ts'
export { session, type Change, type Session } from './session.ts'
export { isUnconfirmed, unconfirmed } from './unconfirmed.ts'
export { untouched, withFiles } from './untouched.ts'
export { inputOf, type Input, type InputOptions } from './input.ts'
export { runCases, type CaseResult } from './cases.ts'
export { coverage, type Coverage, type Uncovered } from './coverage.ts'
export { proposeCases, type CaseProposal } from './proposals.ts'
export { supply, type Need, type Reachable, type Supply } from './supply.ts'
export { replay, replayer, type Replay, type ReplayedNode } from './replay.ts'
export { operations } from './foreign.ts'
export { portability, type Portability, type PlainDifference, type PlainEngine } from './portability.ts'

// Words
export { explain } from './explain/explain.ts'
export { sayChanges, type Said } from './explain/changes.ts'
export type { Explanation } from './explain/point.ts'
export type { Sentence } from './explain/conditions.ts'
export { levelSign, levelWords } from './levelWords.ts'
export { messageOf } from './message.ts'
export { rowName } from './rowName.ts'
export { logicBook } from './book/book.ts'
export { civilDay, civilTime, daysUntil, isOver } from './civil.ts'
export { conversion, isRate } from './units.ts'
export { formatNumber, type Locale, type NumberFormat } from './format.ts'

// Rules
export { variablesOf, type NamedVariable } from './variables.ts'
export { vocabularyOf } from './vocabulary.ts'
export { operators } from './operators/index.ts'
export { countedIn, wordsOf, type Titles } from './words.ts'
export { parse, type Parsed } from './formula/parse.ts'
export { print } from './formula/print.ts'
export { complete, type Completion } from './formula/complete.ts'
export { formulaMessage } from './formula/message.ts'
export type { FormulaLocale, FunctionName, Name, Vocabulary } from './formula/names.ts'
export type { FormulaError } from './formula/tokens.ts'

// Cohorts
export * from './cohort/index.ts'
