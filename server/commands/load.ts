import { compile, messageOf, validate, type Compiled } from '../../engine/index.ts'
import type { Framework, Issue, Profile } from '../../schemas/index.ts'
import { flag, Misuse, type Arguments } from './command.ts'
import { jsonFault } from './json.ts'
import { readText } from './text.ts'

/** A JSON file. */
export async function readJson(path: string | undefined): Promise<unknown> {
  if (path === undefined) throw new Misuse('a file is missing')
  const text = await readText(path)
  try {
    return JSON.parse(text) as unknown
  } catch {
    const { line, column } = jsonFault(text)
    throw new Misuse(`${path} is not JSON: line ${line}, column ${column}`)
  }
}

/** A framework as it stands, with what is wrong with its form. */
export async function readFramework(path: string | undefined): Promise<{ framework: Framework; issues: Issue[] }> {
  const document = await readJson(path)
  return { framework: document as Framework, issues: validate('framework', document) }
}

/** A framework whose form is sound; anything else is refused. */
export async function readSound(path: string | undefined): Promise<Framework> {
  const { framework, issues } = await readFramework(path)
  if (issues.length > 0) throw unusable(path, issues)
  return framework
}

const unusable = (path: string | undefined, issues: readonly Issue[]): Misuse => new Misuse(`${path}: ${issues.slice(0, 3).map((issue) => `${issue.path || '/'} ${messageOf(issue, 'zh')}`).join('; ')}`)

/** A framework ready to evaluate, under the profile of a cycle if `--profile` names one; refuses one whose form is unusable. */
export async function readCompiled(path: string | undefined, args: Arguments): Promise<Compiled> {
  const { framework } = await readFramework(path)
  const cycle = flag(args, 'profile')
  const profile = cycle === undefined ? {} : (((await readJson(cycle)) as { profile?: Profile } | null)?.profile ?? {})
  const { compiled, issues } = compile(framework, profile)
  if (!compiled) throw unusable(path, issues)
  return compiled
}
