import { homeText } from '../src/home/home.text'
import { uiText } from '../src/ui/ui.text'
import { BUILT_API } from './built'
import { startMiniProgram } from './host/mini-program'
import { createPerson } from './host/person'
import { unnamed } from './host/screen'

/** Nobody listens there: a visit without a network. */
const NO_SERVER = 'http://127.0.0.1:9'
const PATIENCE_MS = 6_000

/**
 * Opens the app without a network, rings the hotline and opens the report page; gives what went wrong, as sentences.
 * An app that cannot even start throws.
 */
export const visitShortly = async (root: string): Promise<string[]> => {
  const phone = startMiniProgram({ root, servers: { [BUILT_API]: NO_SERVER } })
  const person = createPerson(phone, PATIENCE_MS)
  const findings: string[] = []
  try {
    await person.open()
    findings.push(...unnamed(phone.render()).map((each) => `no name: ${each}`))
    await person.tap(uiText.call.zh)
    await person.tap('打给')
    if (!phone.phoneLog.includes('call 12345')) findings.push('the telephone did not ring')
    await person.tap(uiText.close.zh)
    await person.tap(homeText.report.zh)
    if (phone.pagePath() !== 'issues/pages/report/index') findings.push(`on ${phone.pagePath()}`)
    await person.settle()
  } finally {
    findings.push(...phone.troubles, ...[...phone.undefinedApis].map((name) => `wx.${name} does not exist`))
    phone.stop()
  }
  return findings
}
