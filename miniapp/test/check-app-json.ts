import type { BuiltFiles } from './host/built-files'

/** The keys of app.json in WeChat's configuration reference that this mini-program may use. */
const KNOWN_KEYS = [
  'pages',
  'subPackages',
  'preloadRule',
  'window',
  'tabBar',
  'networkTimeout',
  'requiredPrivateInfos',
  'permission',
  'lazyCodeLoading',
  'sitemapLocation',
  'style',
  'usingComponents',
  'requiredBackgroundModes',
  'resizable',
  'darkmode',
  'themeLocation',
  '__usePrivacyCheck__',
]

/** Location interfaces, each of which must be declared before it can be called. */
const PRIVATE_INTERFACES = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]
const MAX_PERMISSION_WORDS = 30

/** What WeChat's tools would refuse or warn of in app.json, as sentences. */
export const checkAppJson = (built: BuiltFiles): string[] => [
  ...unknownKeys(built),
  ...incompletePages(built),
  ...settings(built),
  ...undeclaredInterfaces(built),
  ...privacyQuestion(built),
]

const unknownKeys = ({ app }: BuiltFiles) =>
  Object.keys(app)
    .filter((key) => !KNOWN_KEYS.includes(key))
    .map((key) => `app.json: unknown key "${key}"`)

const incompletePages = ({ pages, has }: BuiltFiles) =>
  pages.flatMap((page) =>
    ['js', 'json', 'wxml'].filter((kind) => !has(`${page}.${kind}`)).map((kind) => `${page}.${kind} is missing`),
  )

const settings = ({ app, has, packageOf, pages }: BuiltFiles) => {
  const findings: string[] = []
  if (app['lazyCodeLoading'] !== 'requiredComponents') findings.push('lazyCodeLoading is not requiredComponents')
  if (typeof app['sitemapLocation'] !== 'string' || !has(app['sitemapLocation'])) findings.push('no sitemap')
  for (const page of app.pages) if (packageOf(`${page}.js`)) findings.push(`${page} is of the main and of a subpackage`)
  if (new Set(pages).size !== pages.length) findings.push('a page is listed twice')
  const preload: object = app['preloadRule'] ?? {}
  for (const page of Object.keys(preload)) if (!pages.includes(page)) findings.push(`preloadRule: no page ${page}`)
  return findings
}

/** Taro's own runtime lists every interface by name; only our code calls them. */
const ownCode = ({ files, read }: Pick<BuiltFiles, 'files' | 'read'>) =>
  files
    .filter((file) => file.endsWith('.js') && !['taro.js', 'vendors.js'].includes(file))
    .map(read)
    .join('\n')

/** What the code calls must be declared, and what is declared must be called and explained. */
const undeclaredInterfaces = ({ app, files, read }: BuiltFiles) => {
  const declared: unknown = app['requiredPrivateInfos'] ?? []
  const names = Array.isArray(declared) ? declared.map(String) : []
  const code = ownCode({ files, read })
  const called = PRIVATE_INTERFACES.filter((name) => new RegExp(`\\.${name}\\(`).test(code))
  const permission = JSON.stringify(app['permission'] ?? {})
  const descriptions = [...permission.matchAll(/"desc":"([^"]*)"/g)].map(([, words = '']) => words)
  return [
    ...called
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is called and not in requiredPrivateInfos`),
    ...names
      .filter((name) => !PRIVATE_INTERFACES.includes(name))
      .map((name) => `requiredPrivateInfos: unknown ${name}`),
    ...names.filter((name) => !called.includes(name)).map((name) => `${name} is declared and never called`),
    ...(called.length > 0 && !permission.includes('scope.userLocation') ? ['no words for scope.userLocation'] : []),
    ...descriptions.filter((words) => words.length > MAX_PERMISSION_WORDS).map((words) => `too long: ${words}`),
  ]
}

/** WeChat asks for its privacy guide through the app: it must be switched on, asked in one place, and have a button to agree. */
const privacyQuestion = ({ app, files, read }: BuiltFiles) => {
  const findings: string[] = []
  if (app['__usePrivacyCheck__'] !== true) findings.push('__usePrivacyCheck__ is not true')
  const registrations = ownCode({ files, read }).match(/\.onNeedPrivacyAuthorization\(/g)?.length ?? 0
  // Only the last registration counts.
  if (registrations !== 1) findings.push(`onNeedPrivacyAuthorization is registered in ${registrations} places`)
  if (!read('base.wxml').includes('bindagreeprivacyauthorization=')) findings.push('no button listens to an agreement')
  return findings
}
