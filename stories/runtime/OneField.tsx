import { PointForm, type EvidenceHost, type Locale } from '../../runtime/index.ts'
import type { Answer, Element, EvaluationPoint, Framework, Submission } from '../../schemas/index.ts'

export interface OneFieldProps extends EvidenceHost {
  element?: Element
  answer?: Partial<Answer>
  required?: boolean
  previous?: unknown
  locale?: Locale
  readOnly?: boolean
  theme?: 'light' | 'dark'
  evidence?: EvaluationPoint['evidence']
  files?: Submission['evidence']
  onChange?: (value: unknown) => void
}

/** A form of one field, so that a widget can be shown and tested alone; the field's id is `it`. */
export function OneField({ element, answer, required = false, previous, locale = 'zh', readOnly = false, theme = 'light', evidence, files = [], onChange, ...host }: OneFieldProps) {
  const framework: Framework = {
    format: 'yardstick/framework@1', id: 'one', edition: '1', title: '一个字段', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], elements: {}, parameters: {}, scales: {},
    indicators: [{ id: 'top', code: '1', title: '指标', evaluationPoints: [{ id: 'one1', code: '1.1', title: '要点', requirement: '示例。', schema: { type: 'object', properties: element ? { it: element } : {}, ...(required ? { required: ['it'] } : {}) }, ...(evidence ? { evidence } : {}), rubric: { method: 'narrative' } }] }],
  }
  const submission: Submission = {
    format: 'yardstick/submission@1', id: 'one', cycle: 'one', unit: 'one', state: 'draft', revision: 0, evidence: files, points: {}, judgements: {},
    answers: answer ? { it: { value: undefined, status: 'confirmed', source: 'district', revision: 1, ...answer } } : {},
  }
  return <div style={{ padding: 16, maxWidth: 900 }}><PointForm framework={framework} submission={submission} point="one1" verdict={false} locale={locale} readOnly={readOnly} theme={theme} {...(previous === undefined ? {} : { previous: { it: previous } })} {...(onChange ? { onChange: (answers: Record<string, unknown>) => onChange(answers['it']) } : {})} {...host} /></div>
}
