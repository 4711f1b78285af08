import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A sentence as it stands in the source: `{ zh: '您好', bo: '…' }`, in a table or by itself. */
export interface Sentence {
  /** From the root of the repository. */
  file: string
  /** The names that lead to it, such as `homeText.greeting`. */
  key: string
  zh: string
  bo: string | undefined
}

/** What residents read comes from these folders; what the configuration says is kept by `config` itself. */
const FOLDERS = ['miniapp/src', 'shared/src', 'bff/src']

/** Every sentence of the pages, the shared rules and the server, in the order of files and lines. */
export const findSentences = (root: string): Sentence[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|generated)\.tsx?$/.test(file))
      .sort()
      .flatMap((file) => sentencesIn(`${folder}/${file}`, readFileSync(path.join(root, folder, file), 'utf8'))),
  )

/**
 * Read from the syntax, not from what the file exports: a sentence that stands in a helper is read by people too. Two
 * of the same name in one file are told apart by a number.
 */
export const sentencesIn = (file: string, text: string): Sentence[] => {
  // Parsing is slow, and most files say nothing.
  if (!/\bzh: ?[`'"\n]/.test(text)) return []
  const found: Sentence[] = []
  const visit = (node: ts.Node, names: readonly string[]) => {
    const here = nameOf(node) === undefined ? names : [...names, nameOf(node) ?? '']
    if (ts.isObjectLiteralExpression(node)) {
      const zh = wordsOf(node, 'zh')
      const bo = wordsOf(node, 'bo')
      // Empty in both languages is a form that nobody has filled in.
      if (zh !== undefined && zh + bo !== '') found.push({ file, key: here.join('.'), zh, bo })
    }
    node.forEachChild((child) => visit(child, here))
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kindOf(file)), [])
  return numbered(found)
}

const kindOf = (file: string) => (file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

const nameOf = (node: ts.Node): string | undefined => {
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node) && !ts.isFunctionDeclaration(node)) return
  const { name } = node
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined
}

/** The words of a property, with what is put in later as `{…}`; nothing where they are computed. */
const wordsOf = (object: ts.ObjectLiteralExpression, name: string): string | undefined => {
  const property = object.properties.find((each) => nameOf(each) === name)
  return property && ts.isPropertyAssignment(property) ? literal(property.initializer) : undefined
}

const literal = (value: ts.Expression): string | undefined => {
  if (ts.isStringLiteralLike(value)) return value.text
  if (!ts.isTemplateExpression(value)) return undefined
  return value.head.text + value.templateSpans.map((span, index) => `{${index}}${span.literal.text}`).join('')
}

const numbered = (found: readonly Sentence[]): Sentence[] =>
  found.map((sentence, index) => {
    const before = found.slice(0, index).filter(({ key }) => key === sentence.key).length
    return before === 0 ? sentence : { ...sentence, key: `${sentence.key}#${before + 1}` }
  })
