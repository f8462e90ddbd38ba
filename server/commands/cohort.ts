import { borda, cohenKappa, copeland, fleissKappa, krippendorffAlpha, minMax, percentileRank, rank, rankStability, rankUp, roundHalfUp, valueAdded, withoutEach, zScore, type Direction, type Maybe, type Metric, type Ties } from '../../engine/index.ts'
import { flag, Misuse, type Arguments, type Command, type Out } from './command.ts'
import { rowsOf } from './csv.ts'
import { table } from './table.ts'
import { encodingOf } from './text.ts'

/** Mathematics over all units at once, on a table whose first column names the units and whose other columns are numbers. */
export const cohort: Command = {
  name: 'cohort',
  usage: 'normalise|rank|stability|copeland|progress|agreement table.csv [--method minMax|zScore|rank|percentileRank|borda] [--direction up|down] [--decimals n] [--ties competition|dense|fractional] [--weights 1,2,…] [--noise 0.25] [--replications 1000] [--seed 1] [--ceiling 98] [--metric nominal|ordinal|interval|ratio]',
  summary: 'normalisation; ranks on the published rounding; ranks under weight noise and without each indicator; pairwise comparison; value added from the first column to the second; agreement of raters, one a column',
  async run(args, out) {
    const [kind = '', path] = args.words
    const made = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (!made) throw new Misuse(`say one of ${Object.keys(kinds).join(', ')}`)
    if (path === undefined) throw new Misuse('the table is missing')
    show(made(await read(path), args), args, out)
    return 0
  },
}

interface Data { units: string[]; heads: string[]; columns: Maybe[][] }
interface Made { heads: string[]; rows: (string | number | undefined)[][] }

async function read(path: string): Promise<Data> {
  let heads: string[] | undefined
  const [units, rows]: [string[], Maybe[][]] = [[], []]
  for await (const { cells } of rowsOf(path, await encodingOf(path))) {
    if (!heads) heads = cells.slice(1)
    else {
      units.push(cells[0] ?? '')
      rows.push(heads.map((head, i) => numberIn(cells[i + 1] ?? '', units.length + 1, head)))
    }
  }
  if (!heads || heads.length === 0 || rows.length === 0) throw new Misuse(`${path} needs a head, a column of names and numbers`)
  return { units, heads, columns: heads.map((_, i) => rows.map((row) => row[i])) }
}

function numberIn(text: string, row: number, head: string): Maybe {
  if (text.trim() === '') return undefined
  const value = Number(text)
  if (!Number.isFinite(value)) throw new Misuse(`row ${row}, column ${head}: “${text}” is no number`)
  return value
}

const kinds: Readonly<Record<string, (data: Data, args: Arguments) => Made>> = {
  normalise(data, args) {
    const method = choice(args, 'method', normalisations, 'minMax')
    return byUnit(data, data.heads, data.columns.map((column) => normalisations[method](column, direction(args))))
  },
  rank(data, args) {
    const options = { decimals: number(args, 'decimals', 2), ties: choice(args, 'ties', { competition: 1, dense: 1, fractional: 1 } satisfies Record<Ties, 1>, 'competition'), direction: direction(args) }
    return byUnit(data, data.heads, data.columns.map((column) => rank(column, options)))
  },
  stability(data, args) {
    if (data.columns.length < 2) throw new Misuse('stability needs two columns of numbers or more')
    const [rows, weights, decimals] = [complete(data), weightsOf(data, args), number(args, 'decimals', 2)]
    if (weights.filter((weight) => weight > 0).length < 2) throw new Misuse('stability needs two weights above 0 or more')
    const found = rankStability(rows, weights, { noise: number(args, 'noise', 0.25), replications: number(args, 'replications', 1000), seed: number(args, 'seed', 1), decimals })
    const without = withoutEach(rows, weights, { decimals })
    return byUnit(data, ['rank', 'mean', 'median', 'q5', 'q95', 'shift', 'same third', ...data.heads.map((head) => `without ${head}`)],
      [...(['rank', 'mean', 'median', 'q5', 'q95', 'shift', 'sameGroup'] as const).map((key) => found.map((one) => one[key])), ...without.map(({ ranks }) => ranks)])
  },
  copeland: (data, args) => byUnit(data, ['copeland'], [copeland(complete(data), weightsOf(data, args))]),
  progress(data, args) {
    const [last, current] = data.columns
    if (!last || !current) throw new Misuse('progress needs last year’s column and this year’s')
    const found = valueAdded(last, current, { ceiling: number(args, 'ceiling', Infinity) })
    const { heads, rows } = byUnit(data, ['difference', 'residual', 'standard error'], [found.map((one) => one?.difference), found.map((one) => one?.residual), found.map((one) => one?.error)])
    return { heads: [...heads, 'ceiling'], rows: rows.map((row, i) => [...row, found[i]?.ceiling ?? '']) }
  },
  agreement(data, args) {
    const metric = choice(args, 'metric', { nominal: 1, ordinal: 1, interval: 1, ratio: 1 } satisfies Record<Metric, 1>, 'ordinal')
    const categories = [...new Set(data.columns.flat().filter((value) => value !== undefined))].toSorted((a, b) => a - b)
    const counted = data.units.map((_, i) => categories.map((category) => data.columns.filter((column) => column[i] === category).length))
    const full = data.columns.every((column) => !column.includes(undefined))
    const [first, second, ...more] = data.columns
    const pairs = full && first && second && more.length === 0 ? categories.map((a) => categories.map((b) => first.filter((value, i) => value === a && second[i] === b).length)) : undefined
    const rows: [string, number | undefined][] = [[`Krippendorff alpha (${metric})`, krippendorffAlpha(data.columns, metric)]]
    if (full && data.columns.length > 1) rows.push(['Fleiss kappa', fleissKappa(counted)])
    if (pairs) rows.push(['Cohen kappa', cohenKappa(pairs)], ['Cohen kappa, linear weights', cohenKappa(pairs, 'linear')], ['Cohen kappa, quadratic weights', cohenKappa(pairs, 'quadratic')])
    return { heads: ['coefficient', 'value'], rows: rows.map(([name, value]) => [name, value === undefined ? 'undefined: nothing to disagree on' : roundHalfUp(value, 4)]) }
  },
}

const normalisations = {
  minMax: (values: Maybe[], up: Direction) => minMax(values, { direction: up }), zScore, rank: rankUp, percentileRank, borda,
} satisfies Record<string, (values: Maybe[], up: Direction) => Maybe[]>

const byUnit = ({ units }: Data, heads: readonly string[], columns: readonly (readonly Maybe[])[]): Made =>
  ({ heads: ['unit', ...heads], rows: units.map((unit, i) => [unit, ...columns.map((column) => (column[i] === undefined ? undefined : roundHalfUp(column[i], 6)))]) })

/** Rows of the units, where no number may be missing. */
const complete = ({ units, columns }: Data): number[][] => units.map((unit, i) => columns.map((column) => {
  const value = column[i]
  if (value === undefined) throw new Misuse(`${unit} lacks a number; every unit needs all of them here`)
  return value
}))

function weightsOf({ heads }: Data, args: Arguments): number[] {
  const given = flag(args, 'weights')?.split(',').map((part) => (part.trim() === '' ? NaN : Number(part))) ?? heads.map(() => 1)
  if (given.length !== heads.length || given.some((weight) => !(weight >= 0 && weight < Infinity)) || !given.some((weight) => weight > 0)) throw new Misuse(`--weights needs ${heads.length} numbers that are not negative, one of them above 0`)
  return given
}

/** Flags that are whole numbers, with the least and the greatest. */
const whole: Readonly<Record<string, readonly [number, number]>> = { decimals: [0, 9], replications: [1, 1e6], seed: [0, 2 ** 32 - 1] }

function number(args: Arguments, name: string, otherwise: number): number {
  const given = flag(args, name)
  const value = given === undefined ? otherwise : Number(given)
  if (Number.isNaN(value) || given?.trim() === '') throw new Misuse(`--${name} needs a number`)
  const [least, most] = whole[name] ?? [name === 'noise' ? 0 : -Infinity, Infinity]
  if (value < least || value > most || (whole[name] && !Number.isInteger(value))) throw new Misuse(`--${name} needs a ${whole[name] ? 'whole ' : ''}number from ${least}${most < Infinity ? ` to ${most}` : ''}`)
  return value
}

const direction = (args: Arguments): Direction => (choice(args, 'direction', { up: 1, down: 1 }, 'up') === 'up' ? 1 : -1)

function choice<Name extends string>(args: Arguments, name: string, all: Readonly<Record<Name, unknown>>, otherwise: NoInfer<Name>): Name {
  const given = flag(args, name) ?? otherwise
  const found = (Object.keys(all) as Name[]).find((one) => one === given)
  if (found === undefined) throw new Misuse(`--${name} is one of ${Object.keys(all).join(', ')}`)
  return found
}

function show({ heads, rows }: Made, args: Arguments, out: Out): void {
  if (args.flags['json']) out.line(JSON.stringify(rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]]))), null, 2))
  else out.line(table(heads, rows))
}
