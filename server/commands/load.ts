import { readFile } from 'node:fs/promises'
import { compile, messageOf, validate, type Compiled } from '../../engine/index.ts'
import type { Framework, Issue, Profile } from '../../schemas/index.ts'
import { flag, Misuse, type Arguments } from './command.ts'

/** A JSON file. */
export async function readJson(path: string | undefined): Promise<unknown> {
  if (path === undefined) throw new Misuse('a file is missing')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    throw new Misuse(`cannot read ${path}`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    throw new Misuse(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/** A framework as it stands, with what is wrong with its form. */
export async function readFramework(path: string | undefined): Promise<{ framework: Framework; issues: Issue[] }> {
  const document = await readJson(path)
  return { framework: document as Framework, issues: validate('framework', document) }
}

/** A framework ready to evaluate, under the profile of a cycle if `--profile` names one; refuses one whose form is unusable. */
export async function readCompiled(path: string | undefined, args: Arguments): Promise<Compiled> {
  const { framework } = await readFramework(path)
  const cycle = flag(args, 'profile')
  const profile = cycle === undefined ? {} : (((await readJson(cycle)) as { profile?: Profile }).profile ?? {})
  const { compiled, issues } = compile(framework, profile)
  if (!compiled) throw new Misuse(`${path}: ${issues.slice(0, 3).map((issue) => `${issue.path || '/'} ${messageOf(issue, 'zh')}`).join('; ')}`)
  return compiled
}
