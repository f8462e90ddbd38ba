/* Generated from the JSON Schemas in this folder by `npm run generate`; do not edit. */

/**
 * 一条规则，JSON-Logic 写法：常量、数组，或只有一个键的对象（键是运算名）。运算名是否允许、类型是否正确由引擎检查。规则原样保存，读写不改一个字节。
 */
export type Rule = number | string | boolean | null | Rule[] | { [operator: string]: Rule }

/**
 * 指标体系：一棵指标树、要素库、参数、量规等级。每年一版；发布后不再改动，以内容摘要为址。
 */
export interface Framework {
  /**
   * 文档格式与版本。
   */
  format: 'yardstick/framework@1'
  /**
   * 指标体系的永久标识，各版相同。
   */
  id: string
  /**
   * 如 2025。同一指标体系内不重复。
   */
  edition: string
  /**
   * 本版从哪一版改来。
   */
  basedOn?: EditionRef
  /**
   * 本版的评价要点、要素与所依据版次中的哪些相当，由编制人确认。
   */
  succession?: Succession
  /**
   * 指标体系全称。
   */
  title: string
  /**
   * 范围、口径等总说明。
   */
  description?: string
  /**
   * 本指标体系所依据的正式文件。
   */
  source?: SourceDocument
  /**
   * 为真时，界面处处标明是合成的示例数据。
   */
  synthetic?: boolean
  /**
   * 指标树各层的名称，由上到下；最后一层是评价要点。树可以缺层。
   */
  tiers: Tier[]
  /**
   * 每项数据只定义一次，供多个评价要点使用。键是要素标识，全文档唯一。
   */
  elements: {
    [k: string]: Element
  }
  /**
   * 标准线、目标值等。年度任务可以覆盖取值，不能覆盖规则。
   */
  parameters: {
    [k: string]: Parameter
  }
  /**
   * 命名的等级序列，由好到差。
   */
  scales: {
    [k: string]: Scale
  }
  /**
   * 一级指标如何汇总为总体结果；省略则不汇总。
   */
  aggregation?: Aggregation
  /**
   * 一级指标。
   */
  indicators: Indicator[]
}

/**
 * 指向一个版次。
 */
export interface EditionRef {
  /**
   * 指标体系标识。
   */
  id: string
  /**
   * 版次。
   */
  edition: string
  /**
   * 规范 JSON（RFC 8785）的 SHA-256，64 位十六进制。
   */
  hash?: string
}

/**
 * 评价要点、要素由上一版的哪些而来。
 */
export interface Succession {
  /**
   * 逐对评价要点。
   */
  points?: Successor[]
  /**
   * 逐对要素。
   */
  elements?: Successor[]
}

/**
 * 上一版的一项与本版的一项。
 */
export interface Successor {
  /**
   * 上一版中的标识。
   */
  before: string
  /**
   * 本版中的标识。
   */
  after: string
  /**
   * equal 相当；subset 本版是上一版的一部分；superset 本版包含上一版；intersect 部分相同；not_related 无关。
   */
  relation: 'equal' | 'subset' | 'superset' | 'intersect' | 'not_related'
}

/**
 * 正式文件的题名、文号、发文机关。
 */
export interface SourceDocument {
  /**
   * 文件全称。
   */
  title: string
  /**
   * 如 沪府教督〔2022〕2号。
   */
  number?: string
  /**
   * 发文机关全称。
   */
  issuer?: string
  /**
   * 成文日期。
   */
  date?: string
  /**
   * 口径、勘误等说明。
   */
  note?: string
}

/**
 * 指标树的一层。
 */
export interface Tier {
  /**
   * 层级标识。
   */
  id: string
  /**
   * 如 一级指标。
   */
  title: string
}

/**
 * 选择题的一个选项。
 */
export interface Option {
  /**
   * 保存的值。
   */
  const: string
  /**
   * 显示的文字。
   */
  title: string
}

/**
 * 一项数据的定义（JSON Schema 的一个子集加标注）。type 决定种类：number 数值、integer 整数、boolean 是/否、string 文本（format: date 为日期，oneOf 为单选）、array 表格（items 为 object）或多选（items 为带 oneOf 的 string）。
 */
export interface Element {
  /**
   * 数据类型。
   */
  type: 'number' | 'integer' | 'string' | 'boolean' | 'array'
  /**
   * 填报人看到的名称。
   */
  title: string
  /**
   * 口径、取数办法。
   */
  description?: string
  /**
   * 一个或几个示例值。
   */
  examples?: unknown[]
  /**
   * 允许的最小数值；录入时检查。
   */
  minimum?: number
  /**
   * 允许的最大数值；录入时检查。
   */
  maximum?: number
  /**
   * 文本最少字数。
   */
  minLength?: number
  /**
   * 文本最多字数。
   */
  maxLength?: number
  /**
   * 文本须符合的正则表达式；不得使用反向引用（\1）和环视（(?=…)、(?<=…) 等），一遍扫过即可判定。
   */
  pattern?: string
  /**
   * date 为日期（YYYY-MM-DD）。
   */
  format?: 'date'
  /**
   * 单选的选项。
   */
  oneOf?: Option[]
  /**
   * 表格的一行，或多选的选项。
   */
  items?: Items
  /**
   * 表格最少行数。
   */
  minItems?: number
  /**
   * 表格最多行数，默认 1000。
   */
  maxItems?: number
  /**
   * 多选不重复。
   */
  uniqueItems?: boolean
  /**
   * 计量单位，如 万元、人、%、元/生。
   */
  'x-unit'?: string
  /**
   * official 市级部门采集预填；district 区填报；rollup 学校汇总；survey 第三方调查。
   */
  'x-source'?: 'official' | 'district' | 'rollup' | 'survey'
  /**
   * 预填数据由哪个部门提供，如 市财政局。
   */
  'x-provider'?: string
  /**
   * 允许的最多小数位数；录入时检查，显示时按此。
   */
  'x-decimals'?: number
  /**
   * 为真时在旁显示上一年度同一要素的值。
   */
  'x-previous'?: boolean
  /**
   * money 金额；percent 百分比；longText 长文本；radio 平铺单选。省略则按类型。
   */
  'x-widget'?: 'money' | 'percent' | 'longText' | 'radio'
  /**
   * 表格的固定行：每行给出键列的值；填报人不能增删这些行。
   */
  'x-rows'?: Record<string, unknown>[]
  /**
   * 表格中标识一行的列。
   */
  'x-key'?: string
  /**
   * 在表格下方显示数值列的合计。
   */
  'x-total'?: boolean
  /**
   * 仅用于表格的列：按本行各列算出，填报人不填。
   */
  'x-calculation'?: Rule
}

/**
 * 表格一行的定义（object），或多选的选项（string）。
 */
export interface Items {
  /**
   * object 表格行；string 多选选项。
   */
  type: 'object' | 'string'
  /**
   * 各列，按书写顺序显示。
   */
  properties?: {
    [k: string]: Element
  }
  /**
   * 必填的列。
   */
  required?: string[]
  /**
   * 多选的选项。
   */
  oneOf?: Option[]
}

/**
 * 取值的出处。
 */
export interface Basis {
  /**
   * source 来源文件原文；standard 国家或本市标准；proposal 建议值，待主管部门确定。
   */
  kind: 'source' | 'standard' | 'proposal'
  /**
   * 文件名称与文号。
   */
  document?: string
  /**
   * 条款或原文。
   */
  clause?: string
  /**
   * 文件链接。
   */
  url?: string
  /**
   * 为真时标明“待核实”。
   */
  unverified?: boolean
  /**
   * 其他说明。
   */
  note?: string
}

/**
 * 一个有依据的取值。
 */
export interface Parameter {
  /**
   * 如 生均支出增长达标线。
   */
  title: string
  /**
   * 数值、文本或是/否。
   */
  value: number | string | boolean
  /**
   * 计量单位。
   */
  unit?: string
  /**
   * 显示的小数位数。
   */
  decimals?: number
  /**
   * 取值依据。
   */
  basis: Basis
  /**
   * 与所依据的版次不同时写明理由。
   */
  reason?: string
}

/**
 * 一组由好到差的等级。
 */
export interface Scale {
  /**
   * 如 四级量规。
   */
  title: string
  /**
   * 由好到差。
   */
  levels: Level[]
  /**
   * 如 暂缓评定、样本不足。
   */
  undetermined?: string
}

/**
 * 量规的一级。
 */
export interface Level {
  /**
   * 等级标识，本等级体系内唯一。
   */
  id: string
  /**
   * 字母或符号，如 A、✓。
   */
  mark?: string
  /**
   * 如 优秀。
   */
  label: string
  /**
   * 汇总用的分值；省略则不参与按分汇总。
   */
  score?: number
  /**
   * 色号：a 绿、b 蓝、c 黄、d 橙红、none 灰。
   */
  colour?: 'a' | 'b' | 'c' | 'd' | 'none'
  /**
   * 是否属于达标以上的等级。空白答卷不得取得达标等级。
   */
  passing?: boolean
}

/**
 * 数值区间对应的等级。只写下端，自下而上，故不会有空隙和重叠。
 */
export interface Band {
  /**
   * 本区间的等级。
   */
  level: string
  /**
   * 数值或参数引用 {"var":"params.x"}；第一个区间省略，表示没有下限。
   */
  from?: Rule
}

/**
 * 在声明处舍入，别处一律不舍入。
 */
export interface Rounding {
  /**
   * 保留的小数位数。
   */
  decimals: number
  /**
   * halfUp 四舍五入（负数远离零）；halfEven 四舍六入五成双；down 截去。默认 halfUp。
   */
  tie?: 'halfUp' | 'halfEven' | 'down'
}

/**
 * 由下级结果得出本级结果。权重为 0 的下级只显示不计入；不适用的下级先行剔除。
 */
export interface Aggregation {
  /**
   * weightedMean 加权平均；sum 加权和；geometric 加权几何平均；harmonic 加权调和平均；generalised 加权幂平均，幂次见 power；lowest 取最低等级；count 达标数（k 项中达标 n 项）；copeland 两两比较（仅用于各单位之间，需同行数据）。
   */
  method: 'weightedMean' | 'sum' | 'geometric' | 'harmonic' | 'generalised' | 'lowest' | 'count' | 'copeland'
  /**
   * skipAny 任一下级未定则本级未定；skipAll 只用已定的下级，全部未定才未定；neverSkip 未定按 0 计。默认 skipAny。
   */
  missing?: 'skipAny' | 'skipAll' | 'neverSkip'
  /**
   * 已定下级的权重占比低于此值时本级未定，0 到 1。
   */
  availability?: number
  /**
   * 得分的舍入。
   */
  round?: Rounding
  /**
   * 本级结果所用的等级体系。
   */
  scale?: string
  /**
   * 得分对应等级的区间。
   */
  bands?: Band[]
  /**
   * lower 含下端 [a,b)；upper 含上端 (a,b]。默认 lower。
   */
  includes?: 'lower' | 'upper'
  /**
   * generalised 方法：(Σ w·xᵖ / Σ w)^(1/p) 的 p，默认 1。1 算术平均，0 几何平均，−1 调和平均；越小越看重低分。
   */
  power?: number
  /**
   * count 方法：达标的下级至少几个。
   */
  atLeast?: number
  /**
   * count 方法：任何下级的得分不得低于此值。
   */
  floor?: number
}

/**
 * 指标树的一个结点。
 */
export interface Indicator {
  /**
   * 永久标识。
   */
  id: string
  /**
   * 如 2.1；可随版次改变。
   */
  code: string
  /**
   * 指标名称。
   */
  title: string
  /**
   * 指标说明。
   */
  description?: string
  /**
   * 在同级中的权重，0 表示只显示不计入。默认 1。
   */
  weight?: number
  /**
   * 如何由下级汇总；省略则沿用上级的方法。
   */
  aggregation?: Aggregation
  /**
   * 下级指标。
   */
  children?: Indicator[]
  /**
   * 直接属于本指标的评价要点。
   */
  evaluationPoints?: EvaluationPoint[]
}

/**
 * 填报和评定的单位：字段、计算、校验、佐证、量规、用例。
 */
export interface EvaluationPoint {
  /**
   * 永久标识。
   */
  id: string
  /**
   * 如 2.1.1；可随版次改变。
   */
  code: string
  /**
   * 要点短题。
   */
  title: string
  /**
   * 来源文件原文，逐字。
   */
  requirement: string
  /**
   * 口径、与正文的出入、我们的处理。
   */
  note?: string
  /**
   * 在同级中的权重，默认 1。
   */
  weight?: number
  /**
   * 为假时本要点不显示且不适用；未知时按显示。
   */
  visibleIf?: Rule
  /**
   * 一个 JSON Schema 对象；属性引用要素（{"$ref":"#/elements/标识"}，属性名须与要素标识相同）或就地定义本要点自己的字段。
   */
  schema: PointSchema
  /**
   * 字段的顺序、分组、显示和必填条件；未列出的字段按书写顺序排在后面。
   */
  layout?: LayoutItem[]
  /**
   * 命名的计算值。键是计算标识，与要素同一命名空间。
   */
  calculations?: {
    [k: string]: Calculation
  }
  /**
   * 答案之间应当成立的关系。
   */
  checks?: Check[]
  /**
   * 需要的佐证材料。
   */
  evidence?: EvidenceRequirement[]
  /**
   * 如何评定等级。
   */
  rubric: Rubric
  /**
   * 每次修改都运行；全部通过才能发布。
   */
  examples?: GoldenCase[]
}

/**
 * 要点的字段定义。
 */
export interface PointSchema {
  /**
   * 固定为 object。
   */
  type: 'object'
  /**
   * 各字段。
   */
  properties: {
    [k: string]: ElementRef | Element
  }
  /**
   * 必填的字段。
   */
  required?: string[]
}

/**
 * 引用要素库中的一个要素。
 */
export interface ElementRef {
  /**
   * 形如 #/elements/标识。
   */
  $ref: string
}

/**
 * 一个字段的显示方式，或一个小标题。
 */
export interface LayoutItem {
  /**
   * 字段标识。
   */
  field?: string
  /**
   * 不对应字段的小标题。
   */
  heading?: string
  /**
   * 为假时隐藏：值保留，但计算时视为没有。
   */
  visibleIf?: Rule
  /**
   * 为真时必填。
   */
  requiredIf?: Rule
}

/**
 * 一个命名的计算值。
 */
export interface Calculation {
  /**
   * 如 教育支出增长率。
   */
  title: string
  /**
   * 口径说明。
   */
  description?: string
  /**
   * 算法。
   */
  rule: Rule
  /**
   * 结果的单位。
   */
  unit?: string
  /**
   * 显示的小数位数；比较一律用未舍入的值。
   */
  decimals?: number
}

/**
 * 规则为真表示通过；未知不报。
 */
export interface Check {
  /**
   * 本要点内唯一。
   */
  id: string
  /**
   * error 不改不能提交；warning 须说明。
   */
  severity: 'error' | 'warning'
  /**
   * 应当成立的关系。
   */
  rule: Rule
  /**
   * 不成立时告诉填报人怎么办。
   */
  message: string
  /**
   * 提示显示在这些字段旁。
   */
  fields?: string[]
}

/**
 * 一类佐证材料。
 */
export interface EvidenceRequirement {
  /**
   * 本要点内唯一；规则中写作 evidence.标识，值为件数。
   */
  id: string
  /**
   * 如 财政决算报表。
   */
  title: string
  /**
   * 要求什么样的材料。
   */
  description?: string
  /**
   * 允许的文件类型。
   */
  accept: ('pdf' | 'docx' | 'xlsx' | 'jpg' | 'png')[]
  /**
   * 最少几件，默认 0。
   */
  min?: number
  /**
   * 最多几件，默认 10。
   */
  max?: number
  /**
   * 每件最多字节数，默认 20971520（20 MB）。
   */
  maxBytes?: number
  /**
   * 材料所属期间，如 监测年度内。
   */
  period?: string
  /**
   * 为真时才要求最少件数；省略则一律要求。
   */
  requiredIf?: Rule
  /**
   * 取得这些等级须有此材料；没有则不能评为这些等级。
   */
  forLevels?: string[]
}

/**
 * 一票否决、封顶或保底的一条。
 */
export interface Limit {
  /**
   * 本量规内唯一。
   */
  id: string
  /**
   * 用文字说明情形。
   */
  title: string
  /**
   * 为真时生效。
   */
  when: Rule
  /**
   * 否决：直接定为此级；封顶：不高于此级；保底：不低于此级。
   */
  level: string
  /**
   * 出处。
   */
  basis?: Basis
}

/**
 * 一个等级的条件。
 */
export interface Criterion {
  /**
   * 等级标识。
   */
  level: string
  /**
   * 为真时评为此级。
   */
  levelIf: Rule
}

/**
 * bands 按数值区间；criteria 按条件；judged 由人评定（可由封顶、保底限定）；score 只算得分不定等级；narrative 叙述，不评等级。一票否决、封顶、保底适用于任何方法。
 */
export interface Rubric {
  /**
   * 所用等级体系；score 与 narrative 可省略。
   */
  scale?: string
  /**
   * 评定方法。
   */
  method: 'bands' | 'criteria' | 'judged' | 'score' | 'narrative'
  /**
   * 督导室习惯的叫法：要素法、公式法、条件法、扣分法、定性定量结合、李克特量表。
   */
  template?: '要素法' | '公式法' | '条件法' | '扣分法' | '定性定量结合' | '李克特量表'
  /**
   * bands 方法：用哪个数判定，通常是一个计算。
   */
  value?: Rule
  /**
   * 自下而上的区间。
   */
  bands?: Band[]
  /**
   * lower 含下端 [a,b)；upper 含上端 (a,b]。默认 lower。
   */
  includes?: 'lower' | 'upper'
  /**
   * criteria 方法：由好到差。
   */
  criteria?: Criterion[]
  /**
   * first 取第一个成立的；unique 须恰有一个成立，否则判不出。默认 first。
   */
  policy?: 'first' | 'unique'
  /**
   * criteria 方法：所有条件都不成立时的等级；省略则判不出。
   */
  otherwise?: string
  /**
   * 得分的算法；省略则用等级的分值。
   */
  score?: Rule
  /**
   * 得分的舍入。
   */
  round?: Rounding
  /**
   * 各等级的文字标准。键是等级标识。
   */
  descriptors?: {
    [k: string]: string
  }
  /**
   * 任一成立即定为所写等级。
   */
  veto?: Limit[]
  /**
   * 成立时等级不高于所写等级。
   */
  cap?: Limit[]
  /**
   * 成立时等级不低于所写等级。
   */
  floor?: Limit[]
}

/**
 * 一份答案和应得的结果。
 */
export interface GoldenCase {
  /**
   * 如 恰在标准线上。
   */
  name: string
  /**
   * 要素标识到值。
   */
  answers: Record<string, unknown>
  /**
   * 上一年度的值。
   */
  previous?: Record<string, unknown>
  /**
   * 佐证要求标识到件数。
   */
  evidence?: {
    [k: string]: number
  }
  /**
   * judged 方法：评定人所选等级。
   */
  judgement?: string
  /**
   * 至少写状态。
   */
  expect: {
    /**
     * determined 已定；undetermined 未定；notApplicable 不适用；failed 判不出。
     */
    status: 'determined' | 'undetermined' | 'notApplicable' | 'failed'
    /**
     * 应得等级。
     */
    level?: string
    /**
     * 未定时仍可能的等级，由好到差。
     */
    possible?: string[]
    /**
     * 应得分。
     */
    score?: number
  }
}

/**
 * 年度任务：用某一版指标体系，对若干单位，在一段时间内开展一次填报与评定。
 */
export interface Cycle {
  /**
   * 文档格式与版本。
   */
  format: 'yardstick/cycle@1'
  /**
   * 年度任务的永久标识。
   */
  id: string
  /**
   * 如 2025 年度监测。
   */
  title: string
  /**
   * 所用版次；开启后含内容摘要。
   */
  framework: EditionRef
  /**
   * 监测年度。
   */
  year: number
  /**
   * 数据所属期间。
   */
  period?: {
    /**
     * 起始日。
     */
    from: string
    /**
     * 终止日。
     */
    to: string
  }
  /**
   * 上一年度任务的标识，用于显示上年值。
   */
  previous?: string
  /**
   * 本次选取哪些要点、调整哪些参数和权重。
   */
  profile: Profile
  /**
   * 参加的单位。
   */
  units: Unit[]
  /**
   * 所用程序的标识。
   */
  procedure?: string
  /**
   * 填报期限等。
   */
  deadlines?: {
    /**
     * 截止日，当日 24 时（上海时间）前有效。
     */
    submission?: string
    /**
     * 审核截止日。
     */
    review?: string
  }
  /**
   * 为真时，界面标明数据是合成的示例。
   */
  synthetic?: boolean
}

/**
 * 一个被评价单位。
 */
export interface Unit {
  /**
   * 单位标识。
   */
  id: string
  /**
   * 单位名称。
   */
  title: string
  /**
   * 规则中写作 unit.属性，如 unit.suburban。
   */
  attributes?: {
    [k: string]: string | number | boolean
  }
  /**
   * 对本单位不适用的要点标识。
   */
  notApplicable?: string[]
}

/**
 * 一个覆盖的取值和理由。
 */
export interface Override {
  /**
   * 本次取值。
   */
  value: number | string | boolean
  /**
   * 为何调整。
   */
  reason: string
}

/**
 * 对一版指标体系的选取与调整；不能改规则。
 */
export interface Profile {
  /**
   * 如 年度监测（选取）。
   */
  title?: string
  /**
   * 要点标识；省略表示全部。
   */
  points?: string[]
  /**
   * 键是参数标识。
   */
  parameters?: {
    [k: string]: Override
  }
  /**
   * 键是指标或要点标识，值为数。
   */
  weights?: {
    [k: string]: Override
  }
}

/**
 * 程序：一次评价从启动到整改复查的阶段、主体、期限、流转条件和文书。
 */
export interface Procedure {
  /**
   * 文档格式与版本。
   */
  format: 'yardstick/procedure@1'
  /**
   * 程序标识。
   */
  id: string
  /**
   * 如 年度监测。
   */
  title: string
  /**
   * 所依据的文件。
   */
  source?: SourceDocument
  /**
   * 参与各方。
   *
   * Items: 一方。
   */
  actors: {
    /**
     * 主体标识。
     */
    id: string
    /**
     * 如 区政府。
     */
    title: string
    /**
     * 系统角色。
     */
    roles?: ('city-admin' | 'city-editor' | 'expert' | 'district-filler' | 'district-submitter' | 'viewer')[]
  }[]
  /**
   * 由先到后。
   *
   * Items: 一个阶段。
   */
  stages: {
    /**
     * 阶段标识。
     */
    id: string
    /**
     * 阶段名称。
     */
    title: string
    /**
     * 做什么；来源文件原文优先。
     */
    description?: string
    /**
     * 由谁负责。
     */
    actor: string
    /**
     * 何时完成。
     */
    due?: Due
    /**
     * 本阶段形成的文书。
     */
    records?: string[]
  }[]
  /**
   * 从一个阶段到另一个阶段。
   *
   * Items: 一条流转。
   */
  transitions: {
    /**
     * 流转标识。
     */
    id: string
    /**
     * 动作名称，如 提交自查报告。
     */
    title: string
    /**
     * 阶段标识。
     */
    from: string
    /**
     * 阶段标识。
     */
    to: string
    /**
     * 谁可以做。
     */
    actor: string
    /**
     * 为真才可流转；未知不可。可用 records.文书标识（件数）、submission.state、submission.undetermined（未定要点数）等。
     */
    guard?: Rule
    /**
     * 出处。
     */
    basis?: Basis
  }[]
  /**
   * 键是文书标识。
   */
  records: {
    /**
     * 一种文书：一张 JSON Schema 表单。
     */
    [k: string]: {
      /**
       * 如 督导意见书。
       */
      title: string
      /**
       * 用途。
       */
      description?: string
      /**
       * 由谁填写。
       */
      actor: string
      /**
       * 一个单位可有几份。
       */
      many?: boolean
      /**
       * 每份针对一个评价要点。
       */
      perPoint?: boolean
      /**
       * 表单的字段定义。
       */
      schema: PointSchema
    }
  }
}

/**
 * 固定日期，或自上一阶段起的天数。
 */
export interface Due {
  /**
   * 每年的月日，如 11-30。
   */
  date?: string
  /**
   * 自进入本阶段起的天数。
   */
  days?: number
  /**
   * 天数按工作日计。
   */
  workingDays?: boolean
  /**
   * 来源文件的说法。
   */
  note?: string
}

/**
 * 答卷：一个单位在一个年度任务中的全部填报。每个值各有版本号，互不覆盖。
 */
export interface Submission {
  /**
   * 文档格式与版本。
   */
  format: 'yardstick/submission@1'
  /**
   * 答卷标识。
   */
  id: string
  /**
   * 年度任务标识。
   */
  cycle: string
  /**
   * 单位标识。
   */
  unit: string
  /**
   * draft 填报中；submitted 已提交；returned 退回（只解锁被退回的要点）；accepted 已接受。
   */
  state: 'draft' | 'submitted' | 'returned' | 'accepted'
  /**
   * 每次保存加一。
   */
  revision: number
  /**
   * 键是要素标识。
   */
  answers: {
    [k: string]: Answer
  }
  /**
   * 本单位在本任务中上传的材料。
   */
  evidence: Evidence[]
  /**
   * 键是要点标识；省略表示尚未审核。
   */
  points: {
    [k: string]: PointReview
  }
  /**
   * 键是要点标识：评定人所选等级。
   */
  judgements: {
    [k: string]: Judgement
  }
  /**
   * 提交人对异常情况的说明。
   */
  note?: string
  /**
   * 提交人姓名。
   */
  submittedBy?: string
  /**
   * 提交时间。
   */
  submittedAt?: string
  /**
   * 最近一次保存时间。
   */
  updatedAt?: string
}

/**
 * 采纳则用区主张的值，不采纳则用市级值；两个值都保留。
 */
export interface Decision {
  /**
   * 真为采纳，假为不采纳。
   */
  upheld: boolean
  /**
   * 采纳或不采纳的理由，区可以看到。
   */
  reason: string
  /**
   * 作出决定的人。
   */
  by?: string
  /**
   * 时间。
   */
  at?: string
}

/**
 * 一个要素的值及其来历。更正或有异议时，两个值都保留。
 */
export interface Answer {
  /**
   * 用于计算的值：更正后是更正值；有异议时仍是市级值，采纳异议后是区主张的值。
   */
  value: unknown
  /**
   * proposed 市级预填待确认；confirmed 已确认或自填；corrected 已更正；disputed 有异议。
   */
  status: 'proposed' | 'confirmed' | 'corrected' | 'disputed'
  /**
   * official、district、rollup、survey。
   */
  source: 'official' | 'district' | 'rollup' | 'survey'
  /**
   * 预填的市级值；更正、有异议后仍保留。
   */
  official?: unknown
  /**
   * 有异议时区认为正确的值。
   */
  claim?: unknown
  /**
   * 市级是否采纳异议；没有决定时省略。
   */
  decision?: Decision
  /**
   * 更正或异议的理由。
   */
  reason?: string
  /**
   * 支持更正或异议的材料标识。
   */
  evidence?: string[]
  /**
   * 最后改动的人。
   */
  by?: string
  /**
   * 最后改动的时间。
   */
  at?: string
  /**
   * 本值的版本号，从 1 起，每次改动加一。
   */
  revision: number
}

/**
 * 一个文件，可被几个要点引用。
 */
export interface Evidence {
  /**
   * 材料标识。
   */
  id: string
  /**
   * 上传时的文件名。
   */
  name: string
  /**
   * 按文件内容认定的类型。
   */
  type: 'pdf' | 'docx' | 'xlsx' | 'jpg' | 'png'
  /**
   * 字节数。
   */
  bytes: number
  /**
   * 内容的 SHA-256。
   */
  sha256: string
  /**
   * 所满足的佐证要求，写作 要点标识/要求标识。
   */
  requirements: string[]
  /**
   * 上传人。
   */
  by?: string
  /**
   * 上传时间。
   */
  at?: string
}

/**
 * 一条审核意见。
 */
export interface Comment {
  /**
   * 意见内容。
   */
  text: string
  /**
   * 意见人。
   */
  by?: string
  /**
   * 时间。
   */
  at?: string
}

/**
 * 一个要点的审核状态。
 */
export interface PointReview {
  /**
   * open 未审；returned 退回；accepted 接受。
   */
  state: 'open' | 'returned' | 'accepted'
  /**
   * 由早到晚。
   */
  feedback?: Comment[]
  /**
   * 退回以后，本要点的佐证材料有增减。
   */
  filesChanged?: boolean
}

/**
 * 评定人在封顶、保底限定内所选的等级。
 */
export interface Judgement {
  /**
   * 所选等级。
   */
  level: string
  /**
   * 评定理由。
   */
  reason: string
  /**
   * 评定人。
   */
  by?: string
  /**
   * 时间。
   */
  at?: string
}

/**
 * 结果：一份答卷按一版指标体系算出的全部结论。同样的指标体系和答案，结果必然相同。
 */
export interface Outcome {
  /**
   * 文档格式与版本。
   */
  format: 'yardstick/outcome@1'
  /**
   * 所用版次及其内容摘要。
   */
  framework: EditionRef
  /**
   * 全部输入的 SHA-256；未要求时为空串。
   */
  inputs: string
  /**
   * 键是指标或要点标识；总体的键是指标体系标识。
   */
  nodes: {
    [k: string]: Node
  }
  /**
   * 键是计算标识；未知为 null。
   */
  calculations: {
    [k: string]: number | string | boolean | unknown[] | null
  }
  /**
   * 全部问题，含各结点的。
   */
  issues: Issue[]
}

/**
 * 一条问题。文字由界面按代码和参数给出。
 */
export interface Issue {
  /**
   * 如 answer.required。
   */
  code: string
  /**
   * error 错误；warning 提醒；info 提示（如未填）。
   */
  severity: 'error' | 'warning' | 'info'
  /**
   * JSON Pointer：文档问题指向文档，答案问题指向 /answers/要素标识/…，佐证问题指向 /evidence/要点标识/要求标识。
   */
  path: string
  /**
   * 所属要点标识。
   */
  point?: string
  /**
   * 组成文字的参数。
   */
  params?: Record<string, unknown>
}

/**
 * 生效或可能生效的否决、封顶、保底。
 */
export interface Limited {
  /**
   * veto 否决；cap 封顶；floor 保底；evidence 缺佐证。
   */
  kind: 'veto' | 'cap' | 'floor' | 'evidence'
  /**
   * 限制或佐证要求的标识。
   */
  id: string
  /**
   * 限制到的等级。
   */
  level: string
  /**
   * applies 生效；possible 数据不全，可能生效。
   */
  state: 'applies' | 'possible'
}

/**
 * 一个指标或要点的结果。
 */
export interface Node {
  /**
   * determined 已定；undetermined 未定；notApplicable 不适用；failed 判不出。
   */
  status: 'determined' | 'undetermined' | 'notApplicable' | 'failed'
  /**
   * 等级所属的等级体系。
   */
  scale?: string
  /**
   * 已定的等级。
   */
  level?: string
  /**
   * 由好到差；已定时只有一个。
   */
  possible: string[]
  /**
   * 为真表示数据已够，只等人评定。
   */
  awaiting?: boolean
  /**
   * 得分。
   */
  score?: number
  /**
   * 未定时得分可能的下限和上限。
   *
   * @minItems 2
   * @maxItems 2
   */
  scoreRange?: [number, number]
  /**
   * bands 方法用以判定的数。
   */
  value?: number
  /**
   * 生效或可能生效的限制。
   */
  limits?: Limited[]
  /**
   * 评定人所选（限制之前）。
   */
  judgement?: string
  /**
   * 本结点的问题。
   */
  issues: Issue[]
  /**
   * 按要求给出：逐条规则的取值。
   */
  trace?: Traced[]
}

/**
 * 一条规则或子规则的取值，可嵌套。
 */
export interface Traced {
  /**
   * 规则在文档中的 JSON Pointer。
   */
  path: string
  /**
   * 运算名；变量为 var，常量省略。
   */
  operator?: string
  /**
   * 变量名。
   */
  name?: string
  /**
   * 未知为 null。
   */
  value: {
    [k: string]: unknown
  }
  /**
   * 子规则。
   */
  parts?: Traced[]
}
