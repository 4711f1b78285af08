import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { dayInSentence } from '../../../platform/dates'
import { useDisplaySettings } from '../../../platform/display-settings'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Page } from '../../../ui/page'
import { ReadAloud } from '../../../ui/read-aloud'
import { Section } from '../../../ui/section'
import { PolicyLine } from '../../components/policy-line'
import { policyText } from '../../policy.text'
import { policyParts } from '../../policy-parts'
import styles from '../../privacy.module.scss'

/** The policy as a list. It is part of the app: it can be read without an account and without a network. */
export default function PolicyPage() {
  const t = useText(policyText)
  const language = useDisplaySettings((settings) => settings.language)
  const isSignedIn = useSession((session) => session.person !== null)
  const parts = policyParts(language)
  return (
    <Page
      title={t('title')}
      action={
        isSignedIn && (
          <Button kind='primary' isWide onPress={() => openPage('privacy/pages/mine/index')}>
            {t('toMine')}
          </Button>
        )
      }
    >
      <View className={styles.hint}>{t('version', { date: dayInSentence(POLICY_VERSION) })}</View>
      <ReadAloud
        words={parts.flatMap(({ title, lines }) => [
          title,
          ...lines.flatMap(({ words, more, whySensitive }) => [words, ...more, whySensitive]),
        ])}
      />
      {parts.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Card>
            <View {...a11y({ role: 'list', label: title })}>
              {lines.map((line) => (
                <PolicyLine key={line.words} line={line} />
              ))}
            </View>
          </Card>
        </Section>
      ))}
      <OfflineWay />
    </Page>
  )
}
