import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { CallError } from '../../../platform/call-error'
import { useText } from '../../../platform/i18n/text'
import { goBack, openPage } from '../../../platform/navigation'
import { toTop } from '../../../platform/to-top'
import { isInWechat } from '../../../platform/wechat'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { DemoEntrance } from '../../components/demo-people'
import { FirstTime } from '../../components/first-time'
import { NoSignInWay } from '../../components/no-sign-in-way'
import { PhoneCodeFields } from '../../components/phone-code-fields'
import { WechatWay } from '../../components/wechat-way'
import { peopleText } from '../../people.text'
import { type Proof, useSignInBy, useSignInWays } from '../../sign-in.api'
import { signInText } from '../../sign-in.text'
import { usePhoneCode } from '../../use-phone-code'

const isUnknown = (error: unknown) => error instanceof CallError && error.code === 'account_unknown'

/** Who somebody is, in the way that this phone and this server offer; whoever comes for the first time goes one step on. */
export default function SignInPage() {
  const [newcomer, setNewcomer] = useState<Proof | null>(null)
  const begin = (proof: Proof | null) => {
    setNewcomer(proof)
    toTop()
  }
  if (newcomer) return <FirstTime proof={newcomer} onAgain={() => begin(null)} />
  return <SignIn onUnknown={begin} />
}

const SignIn = ({ onUnknown }: { onUnknown: (proof: Proof) => void }) => {
  const t = useText(signInText)
  const tPeople = useText(peopleText)
  const ways = useSignInWays()
  const signIn = useSignInBy()
  const [hasChosenPhone, setChosenPhone] = useState(false)
  const start = (proof: Proof) =>
    signIn.mutate({ proof }, { onSuccess: goBack, onError: (error) => isUnknown(error) && onUnknown(proof) })
  const phone = usePhoneCode({ onCode: (code) => start({ way: 'phone', ...code }), onEdit: signIn.reset })
  const hasWechat = isInWechat && ways.data?.wechat === true
  const isByPhone = ways.data?.phone === true && (hasChosenPhone || !hasWechat)
  const isByWechat = hasWechat && !isByPhone
  const error = isUnknown(signIn.error) ? null : signIn.error
  return (
    <Page
      title={t('signIn')}
      action={
        (isByPhone || isByWechat) && (
          <Button
            kind='primary'
            isWide
            isBusy={signIn.isPending || phone.isRequesting}
            onPress={isByPhone ? phone.goOn : () => start({ way: 'wechat' })}
          >
            {t(isByWechat ? 'withWechat' : phone.sent ? 'signIn' : 'sendCode')}
          </Button>
        )
      }
    >
      {ways.isPending && <Skeleton cards={2} />}
      {ways.error && <ErrorNotice error={ways.error} onRetry={() => void ways.refetch()} />}
      {isByWechat && <WechatWay error={error} onPhone={ways.data?.phone ? () => setChosenPhone(true) : undefined} />}
      {isByPhone && (
        <Section title={t('withPhone')}>
          <PhoneCodeFields of={phone} error={error} />
        </Section>
      )}
      {ways.data && !isByPhone && !isByWechat && !ways.data.demo && <NoSignInWay isInWechatOnly={ways.data.wechat} />}
      {ways.data?.demo && <DemoEntrance onSignedIn={goBack} />}
      <Section title={tPeople('counterTitle')}>{tPeople('counterWords')}</Section>
      <Button kind='quiet' icon='forward' onPress={goBack}>
        {t('guest')}
      </Button>
      <Button kind='quiet' icon='lock' onPress={() => openPage('privacy/pages/policy/index')}>
        {t('readPolicy')}
      </Button>
      <OfflineWay />
    </Page>
  )
}
