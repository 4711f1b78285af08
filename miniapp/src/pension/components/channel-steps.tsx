import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { classNames } from '../../ui/class-names'
import { ReadAloud } from '../../ui/read-aloud'
import { Section } from '../../ui/section'
import { useCopy } from '../../ui/use-copy'
import { canOpenOfficial, openOfficial } from '../open-official'
import styles from '../pension.module.scss'
import type { Channel } from '../proof.api'
import { proofText, stepsText } from '../proof.text'
import { pictureOf } from '../step-picture'
import pictures from '../step-picture.module.scss'

/** One official way: what it is called, how to come there, and what to press, each with a number and a drawing. */
export const ChannelSteps = ({ channel: { name, link, steps } }: { channel: Channel }) => {
  const t = useText(stepsText)
  const tProof = useText(proofText)
  const copyWords = useCopy()
  const copy = (words: string) => copyWords(words, tProof('copied'))
  return (
    <>
      <Card>
        <View className={styles.caption}>{t('official')}</View>
        <View className={styles.big}>{name}</View>
        <View className={styles.line}>{t('look')}</View>
        <View className={styles.ways}>
          <Button isWide onPress={() => copy(name)}>
            {t('copyName')}
          </Button>
          {link !== null && canOpenOfficial && (
            <Button isWide icon='forward' onPress={() => openOfficial(link)}>
              {t('openLink')}
            </Button>
          )}
          {link !== null && !canOpenOfficial && (
            <>
              <Button isWide onPress={() => copy(link)}>
                {t('copyLink')}
              </Button>
              <View className={styles.caption}>{link}</View>
            </>
          )}
        </View>
      </Card>
      <Section title={t('steps')}>
        <ReadAloud words={[name, ...steps.flatMap((step, index) => [t('stepNumber', { number: index + 1 }), step])]} />
        <View {...a11y({ role: 'list', label: t('steps') })}>
          {steps.map((step, index) => (
            <View key={step} className={styles.step} {...a11y({ role: 'listitem' })}>
              <View className={pictures.picture} {...a11y({ hidden: true })}>
                <View className={classNames(pictures.drawing, pictures[pictureOf(step)])} />
              </View>
              <View className={styles.stepWords}>
                <Text className={styles.stepNumber}>{t('stepNumber', { number: index + 1 })}</Text>
                <Text className={styles.stepText}>{step}</Text>
              </View>
            </View>
          ))}
        </View>
      </Section>
    </>
  )
}
