import { cleanCode, purposeOfCode, RANDOM_DIGITS } from '@little-bench/shared/people/codes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { CodeInput } from '../../ui/code-input'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import { useOpenInvitation } from '../invitation.api'
import { invitationText } from '../invitation.text'
import styles from '../mediation.module.scss'
import { CommitteeWay } from './committee-way'
import { InPersonOnly } from './in-person-only'

const LENGTH = RANDOM_DIGITS + 2

interface OpenInvitationProps {
  /** From a link or from the page that takes all codes; else it is typed here. */
  code: string
  /** Somebody who is signed in has the case among their own. */
  onInAccount: (communityId: string, caseId: string) => void
}

/** The code of an invitation; a mistyped digit is told before it costs a try. */
export const OpenInvitation = ({ code: given, onInAccount }: OpenInvitationProps) => {
  const t = useText(invitationText)
  const isSignedIn = useSession((session) => session.person !== null)
  const isActing = useSession((session) => session.actingFor !== null)
  const [code, setCode] = useState(cleanCode(given))
  const [hasTried, setTried] = useState(false)
  const opening = useOpenInvitation()
  const mistake = mistakeOf(code, hasTried, t)
  const open = () => {
    setTried(true)
    if (purposeOfCode(code) !== 'case_invitation') return
    opening.mutate(code, {
      onSuccess: ({ token, case: { communityId, id } }) => {
        if (token === null) onInAccount(communityId, id)
      },
    })
  }
  return (
    <Page
      title={t('title')}
      action={
        !isActing && (
          <Button kind='primary' isWide isBusy={opening.isPending} onPress={open}>
            {t('open')}
          </Button>
        )
      }
    >
      <InPersonOnly>
        <CodeInput
          label={t('label')}
          hint={t('enterHint')}
          error={mistake}
          length={LENGTH}
          value={code}
          onChange={(digits) => {
            opening.reset()
            setTried(false)
            setCode(digits)
          }}
        />
        {opening.error !== null && <ErrorNotice error={opening.error} />}
        <Section title={t('whatTitle')}>
          <Card>
            <View className={styles.line}>{t('what1')}</View>
            <View className={styles.line}>{t('what2')}</View>
            <View className={styles.line}>{t('what3')}</View>
            <View>{t(isSignedIn ? 'signedIn' : 'noAccount')}</View>
          </Card>
        </Section>
      </InPersonOnly>
      <CommitteeWay />
    </Page>
  )
}

const mistakeOf = (code: string, hasTried: boolean, t: ReturnType<typeof useText<typeof invitationText>>) => {
  if (code.length === LENGTH) {
    const purpose = purposeOfCode(code)
    if (purpose === undefined) return t('mistyped')
    return purpose === 'case_invitation' ? undefined : t('notThis')
  }
  if (!hasTried) return undefined
  return code === '' ? t('missing') : t('left', { count: LENGTH - code.length })
}
