import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { goBack } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { showToast } from '../../../ui/toast'
import { useAccount } from '../../account.api'
import { SignedInOnly } from '../../components/signed-in-only'
import { isWholeTotp, TotpField } from '../../components/totp-field'
import { useConfirmTotp } from '../../staff.api'
import { staffText } from '../../staff.text'

/** The second proof of staff, once in each session; then back to the page that asked for it. */
export default function SecondStepPage() {
  const t = useText(staffText)
  const account = useAccount()
  const [digits, setDigits] = useState('')
  const [hasTried, setTried] = useState(false)
  const confirming = useConfirmTotp()
  const hasNoTotp = account.data?.hasTotp === false
  const change = (typed: string) => {
    setTried(false)
    confirming.reset()
    setDigits(typed)
  }
  const send = () => {
    setTried(true)
    if (!isWholeTotp(digits)) return
    const opened = () => {
      showToast(t('opened'))
      goBack()
    }
    confirming.mutate(digits, { onSuccess: opened })
  }
  return (
    <Page
      title={t('secondStep')}
      action={
        !hasNoTotp && (
          <Button kind='primary' isWide isBusy={confirming.isPending} onPress={send}>
            {t('openDesk')}
          </Button>
        )
      }
    >
      <SignedInOnly>
        {hasNoTotp ? (
          <Section title={t('noTotp')}>
            <Card tint='amber'>{t('noTotpWords')}</Card>
          </Section>
        ) : (
          <>
            <TotpField value={digits} onChange={change} hasTried={hasTried} />
            {confirming.isError && <ErrorNotice error={confirming.error} />}
            <Section title={t('lostPhone')}>{t('lostPhoneWords')}</Section>
          </>
        )}
      </SignedInOnly>
    </Page>
  )
}
