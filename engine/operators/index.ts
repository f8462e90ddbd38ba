import { absolute } from './abs.ts'
import { plus } from './add.ts'
import { every } from './all.ts'
import { and } from './and.ts'
import { cat } from './cat.ts'
import { roundUp } from './ceil.ts'
import { clamp } from './clamp.ts'
import { coalesce } from './coalesce.ts'
import { coefficientOfVariation } from './coefficientOfVariation.ts'
import { count } from './count.ts'
import { daysBetween } from './daysBetween.ts'
import { dividedBy } from './divide.ts'
import { equal, strictlyEqual } from './equal.ts'
import { exponential } from './exp.ts'
import { filter } from './filter.ts'
import { roundDown } from './floor.ts'
import { growth } from './growth.ts'
import { choose, when } from './if.ts'
import { within } from './in.ts'
import { kOfN } from './kOfN.ts'
import { less } from './less.ts'
import { lessOrEqual } from './lessOrEqual.ts'
import { naturalLog } from './ln.ts'
import { log } from './log.ts'
import { map } from './map.ts'
import { greatest } from './max.ts'
import { mean } from './mean.ts'
import { median } from './median.ts'
import { merge } from './merge.ts'
import { least } from './min.ts'
import { missing } from './missing.ts'
import { missingSome } from './missingSome.ts'
import { more } from './more.ts'
import { moreOrEqual } from './moreOrEqual.ts'
import { times } from './multiply.ts'
import { none } from './none.ts'
import { normalise } from './normalise.ts'
import { not } from './not.ts'
import { notEqual, strictlyNotEqual } from './notEqual.ts'
import { or } from './or.ts'
import { raise } from './power.ts'
import { reduce } from './reduce.ts'
import { remainder } from './remainder.ts'
import { rounding } from './round.ts'
import { share } from './share.ts'
import { some } from './some.ts'
import { squareRoot } from './sqrt.ts'
import { substr } from './substr.ts'
import { subtraction } from './subtract.ts'
import { sum } from './sum.ts'
import { truth } from './truth.ts'
import { variable } from './var.ts'
import type { Operator } from '../rule/contract.ts'

/** The same properties in the same order, which evaluation is much faster with. */
const alike = ({ name, title, names, arity, words, join, binds, bind, type, run }: Operator): Operator => ({ name, title, names, arity, words, join, binds, bind, type, run })

/** Every operator a rule may use, by name. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  // access to answers
  variable, missing, missingSome, coalesce,
  // logic
  when, choose, and, or, not, truth, kOfN,
  // comparison
  equal, strictlyEqual, notEqual, strictlyNotEqual, less, lessOrEqual, more, moreOrEqual, within,
  // arithmetic
  plus, subtraction, times, dividedBy, remainder, rounding, roundDown, roundUp, absolute, clamp, growth, share, normalise,
  naturalLog, exponential, raise, squareRoot,
  // lists and tables
  sum, mean, median, least, greatest, count, coefficientOfVariation, map, filter, reduce, every, some, none, merge,
  // text and dates
  cat, substr, daysBetween, log,
].map((operator) => [operator.name, alike(operator)]))
