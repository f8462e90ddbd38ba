import type { Check, Element, EvaluationPoint, EvidenceRequirement, Framework, Issue, Level, Limit, Node, Profile, Rubric } from '../schemas/index.ts'
import type { CompiledBands } from './rule/bands.ts'
import type { CompiledRule } from './rule/rule.ts'
import type { Spans } from './spans.ts'
import type { TreeNode } from './tree.ts'
import type { Layout, Scope, Variable } from './rule/contract.ts'

/** A framework under a profile, ready to evaluate submissions. Create with `compile`; never changed afterwards. */
export interface Compiled {
  readonly framework: Framework
  readonly profile: Profile
  /** The selected tree, the framework itself at the top. */
  readonly root: TreeNode
  /** Nodes by id. */
  readonly nodes: ReadonlyMap<string, TreeNode>
  /** The selected evaluation points in tree order. */
  readonly points: readonly PointInfo[]
  readonly point: (id: string) => PointInfo | undefined
  /** Every field of the selected points by id. */
  readonly fields: ReadonlyMap<string, FieldInfo>
  /** The same fields side by side, for entering many values. */
  readonly entries: { ids: readonly string[]; slots: Int32Array; fields: readonly FieldInfo[] }
  /** The first and the last slot of calculations, which of those are no numbers; positions of nodes in the order outcomes list them. */
  readonly places: { first: number; last: number; others: readonly number[]; nodes: Int32Array }
  /** Evidence requirements of all points. */
  readonly requirements: readonly { point: string; requirement: string; variable: Variable }[]
  /** Calculations in the order they are worked out. */
  readonly calculations: readonly CalculationInfo[]
  readonly layout: Layout
  /** How points are judged after a run of the program. */
  readonly plan: Plan
  readonly scope: Scope
  /** Indicators and the root, children before parents. */
  readonly upward: readonly TreeNode[]
  /** What looks at a slot. */
  readonly readers: { points: readonly (readonly number[])[]; visibility: ReadonlySet<number> }
  /** Whether any rule shows or hides something. */
  readonly hides: boolean
  /** What compiling found; rules with errors evaluate to `failed`. */
  readonly issues: readonly Issue[]
}

/** A field as one evaluation point asks for it. */
export interface FieldInfo {
  id: string
  schema: Element
  variable: Variable
  /** Always required; `requiredIf` may require it in some cases. */
  required: boolean
  /** Defined in the element library rather than in the point. */
  shared: boolean
  /** Last year's value is shown beside it. */
  previous: boolean
  visibleIf?: CompiledRule
  requiredIf?: CompiledRule
  /** Heading shown before it. */
  heading?: string
}

/** A named calculation. */
export interface CalculationInfo {
  id: string
  point: string
  title: string
  unit?: string
  decimals?: number
  variable: Variable
  rule?: CompiledRule
  pointer: string
}

/** `issue` is what is reported when the rule does not hold. */
export interface CompiledCheck { check: Check; rule?: CompiledRule; issue: Issue }
export interface CompiledRequirement { requirement: EvidenceRequirement; requiredIf?: CompiledRule; variable: Variable }
export interface CompiledLimit { kind: 'veto' | 'cap' | 'floor'; limit: Limit; level: number; rule?: CompiledRule }

/** The rubric of a point, its level names resolved to positions in the scale (0 is the best). */
export interface CompiledRubric {
  source: Rubric
  levels: readonly Level[]
  bands?: CompiledBands
  /** Positions of the bands' levels, ascending by value. */
  bandLevels: readonly number[]
  criteria: readonly { level: number; rule?: CompiledRule }[]
  otherwise?: number
  score?: CompiledRule
  limits: readonly CompiledLimit[]
  /** Something in it could not be compiled: the outcome is `failed`. */
  broken: boolean
}

/** The outcomes of a point with nothing to report but the levels still possible: all submissions and all such points of a scale share them. */
export interface Shared {
  /** By set of levels, the bit of position 0 being 1; made when first asked for. */
  readonly nodes: (Node | undefined)[]
  /** Their scores, likewise. */
  readonly spans: Spans
  readonly rubric: CompiledRubric
  /** The set of passing levels. */
  readonly passing: number
}

/** How points are judged from what the program leaves: numbers, one point behind the other, and the tables they name; the issues of their checks in one row. */
export interface Plan { readonly code: Int32Array; readonly tables: readonly Shared[]; readonly issues: readonly Issue[] }

/** An evaluation point, ready to evaluate. */
export interface PointInfo {
  id: string
  /** Its position in the tree. */
  index: number
  code: string
  title: string
  /** Ids of the indicators above, from the first tier down. */
  path: readonly string[]
  pointer: string
  point: EvaluationPoint
  fields: readonly FieldInfo[]
  calculations: readonly CalculationInfo[]
  visibleIf?: CompiledRule
  checks: readonly CompiledCheck[]
  evidence: readonly CompiledRequirement[]
  rubric: CompiledRubric
  /** Fields an answer can be wrong or missing in beyond its type: required ones, texts and tables with limits. */
  readonly demanding: readonly FieldInfo[]
  /** Where its outcomes follow from its conditions alone. */
  readonly shared?: Shared
  /** Found while compiling this point. */
  issues: readonly Issue[]
}
