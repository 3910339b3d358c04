import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { withProgress } from '../../boot/say.mjs'
import { installOnDebian } from './debian.mjs'

/** What the examples of the guides call; Debian's packages have the same names. */
const TOOLS = ['bash', 'curl', 'jq']

/** Those of the tools that are not there. */
export function missingGuideTools() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return TOOLS.filter(tool => !folders.some(folder => isProgram(join(folder, tool))))
}

/** Installs the missing ones if it can; the tests of the guides say what is still missing. */
export async function installGuideTools() {
  const missing = missingGuideTools()
  if (missing.length === 0) return
  await withProgress(`Installing ${missing.join(', ')}`, 1, () => installOnDebian(...missing))
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
