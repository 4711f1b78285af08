import { type CodePurpose, purposeOfCode, RANDOM_DIGITS } from '@little-bench/shared/people/codes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { CodeInput } from '../../../ui/code-input'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { SignedInOnly } from '../../components/signed-in-only'
import { codeText } from '../../household.text'
import styles from '../../people.module.scss'
import { useRedeemCode } from '../../use-redeem-code'

/** The digit that says what for, those drawn at random, and the check digit. */
const LENGTH = RANDOM_DIGITS + 2

const DO = {
  household: 'joinHousehold',
  proxy_grant: 'seeGrant',
  receipt: 'bindReceipt',
  case_invitation: 'seeCase',
  staff_invitation: 'joinStaff',
} as const satisfies Record<CodePurpose, string>

/** One field for every code on paper: a mistyped digit is told before anything is sent, then what the code will do. */
export default function CodePage() {
  const t = useText(codeText)
  const [code, setCode] = useState('')
  const [hasTried, setTried] = useState(false)
  const { redeem, isSending, error, forgetError } = useRedeemCode()
  const purpose = purposeOfCode(code)
  const change = (digits: string) => {
    forgetError()
    setTried(false)
    setCode(digits)
  }
  const send = () => {
    setTried(true)
    if (purpose) redeem(purpose, code)
  }
  const isSignedIn = useSession((session) => session.person !== null)
  return (
    <Page
      title={t('enter')}
      action={
        isSignedIn && (
          <Button kind='primary' isWide isBusy={isSending} onPress={send}>
            {t(purpose ? DO[purpose] : 'next')}
          </Button>
        )
      }
    >
      <SignedInOnly>
        <CodeInput
          label={t('label')}
          hint={t('enterHint')}
          error={mistakeOf(code, hasTried, t)}
          length={LENGTH}
          value={code}
          onChange={change}
        />
        <View {...a11y({ role: 'status', live: 'polite' })}>
          {purpose && (
            <Card tint='blue'>
              <View className={styles.name}>{t(purpose)}</View>
              <View>{t(`${purpose}Words`)}</View>
            </Card>
          )}
        </View>
        {error && <ErrorNotice error={error} />}
        <Section title={t('noPaper')}>
          <View>{t('noPaperWords')}</View>
        </Section>
      </SignedInOnly>
      {!isSignedIn && (
        <Section title={t('noAccount')}>
          <View className={styles.line}>{t('noAccountWords')}</View>
          <Button icon='forward' isWide onPress={() => openPage('mediation/pages/invitation/index', {})}>
            {t('seeCaseAlone')}
          </Button>
        </Section>
      )}
      <OfflineWay />
    </Page>
  )
}

const mistakeOf = (code: string, hasTried: boolean, t: ReturnType<typeof useText<typeof codeText>>) => {
  if (code.length === LENGTH) return purposeOfCode(code) ? undefined : t('mistyped')
  if (!hasTried) return undefined
  return code === '' ? t('missing') : t('left', { count: LENGTH - code.length })
}
