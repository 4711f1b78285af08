import { createRequire } from 'node:module'
import vm from 'node:vm'
import { isRecord } from './values'

const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as {
  wxmlToJs: (root: string, options: { maxBuffer: number }) => string
}

/** One element of a rendered page, as WeChat's own compiler made it. */
export interface Rendered {
  /** `view`, `text`, `input`, … */
  tag: string
  /** As the compiler names them: `ariaLabel`, `bindtap`, `data-sid`, `class`. */
  attributes: Record<string, unknown>
  children: (Rendered | string)[]
  parent: Rendered | undefined
}

export interface Wxml {
  /** Renders one template file with data that came as JSON. */
  render: (file: string, json: string) => Rendered
}

const MAX_OUTPUT = 64 * 1024 * 1024

/** Compiles every WXML below the root with WeChat's wcc; throws with the compiler's words when one is wrong. */
export const compileWxml = (root: string): Wxml => {
  const context = vm.createContext({})
  // The templates and their data must live in one realm: wcc asks for `instanceof Array`.
  const generators: unknown = vm.runInContext(
    `(() => { const window = {}; const global = {}; ${wxmlToJs(root, { maxBuffer: MAX_OUTPUT })} })()`,
    context,
  )
  const parse = vm.runInContext('JSON.parse', context)
  return {
    render: (file, json) => {
      if (typeof generators !== 'function') throw new Error('wcc gave no templates')
      const generate: unknown = generators(file)
      if (typeof generate !== 'function') throw new Error(`wcc knows no template ${file}`)
      return toRendered(generate(parse(json)), undefined)
    },
  }
}

const toRendered = (node: unknown, parent: Rendered | undefined): Rendered => {
  if (!isRecord(node)) throw new Error('wcc gave something that is no element')
  const children = Array.isArray(node.children) ? node.children : []
  const element: Rendered = {
    tag: String(node.tag).replace(/^wx-/, ''),
    attributes: isRecord(node.attr) ? node.attr : {},
    children: [],
    parent,
  }
  element.children = children.map((child: unknown) => (isRecord(child) ? toRendered(child, element) : String(child)))
  return element
}
