import { AppError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import { signInEndpoints } from '@little-bench/shared/people/endpoints'
import { signInContract } from '@little-bench/shared/people/sign-in.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import type { SmsGateway } from '../platform/sms/sms.ts'
import { accountOf, endOtherSession, listSessions } from './account.service.ts'
import { bindPhone } from './bind-phone.service.ts'
import { deviceLabel } from './device-label.ts'
import { declareMergeJob } from './merge-people.service.ts'
import { presentOwnPerson } from './person.presenter.ts'
import { declareCodeJob, requestCode } from './phone-code.service.ts'
import { personIn, sessionOf } from './session.service.ts'
import { type SignInDuties, type StartedHere, signInWithPhoneCode, signInWithWechat } from './sign-in.service.ts'

/** `sms` is null where nobody sends short messages. */
export const mountSignIn = (
  mount: Mount,
  context: Context,
  { sms, isDemo, ...duties }: SignInDuties & { sms: SmsGateway | null; isDemo: boolean },
): void => {
  if (sms) declareCodeJob(context, sms)
  declareMergeJob(context)
  const present = async ({ token, expiresAt, person, isNew, desk }: StartedHere, language: Language) => ({
    token,
    expiresAt: expiresAt.toISOString(),
    person: await presentOwnPerson(context, person, language),
    isNew,
    desk,
  })
  const asking = (token: string | undefined) => sessionOf(context.db, token, context.clock.now())
  mount(signInEndpoints, signInContract, {
    getSignInWays: async () => ({ wechat: context.wechat !== null, phone: sms !== null, demo: isDemo }),
    signInWithWechat: async ({ body: { code, account }, userAgent, language }) =>
      present(await signInWithWechat(context, duties, { code, account, device: deviceLabel(userAgent) }), language),
    requestPhoneCode: async ({ body }) => {
      if (!sms) throw new AppError('phone_codes_unavailable')
      const { requestId, expiresAt, nextAt } = await requestCode(context, body.phone)
      return { requestId, expiresAt: expiresAt.toISOString(), nextAt: nextAt.toISOString() }
    },
    signInWithPhoneCode: async ({ body: { requestId, code, account }, userAgent, language }) => {
      const asked = { requestId, code, account, device: deviceLabel(userAgent) }
      return present(await signInWithPhoneCode(context, duties, asked), language)
    },
    getMyAccount: async ({ token }) => accountOf(context, await asking(token)),
    bindPhone: async ({ body, token, language, write }) => {
      const { wasMerged } = await bindPhone(context, duties, { session: await asking(token), proof: body }, write)
      // The token goes on, and may be another person's now.
      const session = await asking(token)
      const { person } = await personIn(context.db, session)
      return {
        account: await accountOf(context, session),
        person: await presentOwnPerson(context, person, language),
        wasMerged,
      }
    },
    listSessions: async ({ token }) => ({ items: await listSessions(context, token), nextCursor: null }),
    endOtherSession: async ({ viewer, params }) => ({
      ended: await endOtherSession(context, viewer.personId, params.sessionId),
    }),
  })
}
