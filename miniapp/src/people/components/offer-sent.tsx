import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { offerText } from '../grants.text'
import styles from '../people.module.scss'
import { CodeCard } from './code-card'

interface OfferSentProps {
  /** Null for a member of the household, who finds the offer by themselves. */
  code: OneTimeCode | null
  memberName: string
}

/** What is to be done now: give the code, or ask the member to answer. */
export const OfferSent = ({ code, memberName }: OfferSentProps) => {
  const t = useText(offerText)
  return (
    <Page
      title={code ? t('sentCode') : t('sentToMember', { name: memberName })}
      action={
        <Button kind='primary' isWide onPress={goBack}>
          {t('done')}
        </Button>
      }
    >
      {code ? (
        <>
          <View className={styles.line}>{t('sentCodeNext')}</View>
          <CodeCard code={code} />
        </>
      ) : (
        <View {...a11y({ role: 'status', live: 'polite' })}>
          <Card tint='green'>{t('sentToMemberNext', { name: memberName })}</Card>
        </View>
      )}
      <OfflineWay />
    </Page>
  )
}
