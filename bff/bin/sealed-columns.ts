import { SEALED } from '../src/mediation/sealed-case.ts'
import { CALL_PHONES } from '../src/notifications/call-phone.ts'
import { SEALED as SEALED_VISITS } from '../src/pension/sealed-visit.ts'
import { SEALED_SIGN_IN } from '../src/people/sealed-sign-in.ts'
import { SEALED_COLUMNS } from '../src/people/sealed-value.repository.ts'
import { SEALED_TOKENS } from '../src/platform/wechat/access-token.repository.ts'
import { SEALED_OPEN_IDS } from '../src/wechat/wechat-account.repository.ts'
import { SEALED_PUSHES } from '../src/wechat/wechat-push.repository.ts'

/** Every sealed column of the database: what is not here loses its values with their key. */
export const ALL_SEALED_COLUMNS = [
  ...SEALED_COLUMNS,
  CALL_PHONES,
  ...Object.values(SEALED),
  ...Object.values(SEALED_VISITS),
  ...Object.values(SEALED_SIGN_IN),
  SEALED_TOKENS,
  SEALED_OPEN_IDS,
  SEALED_PUSHES,
]
