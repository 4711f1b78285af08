import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { useSaveChild } from '../../people'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { toTop } from '../../platform/to-top'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { showToast } from '../../ui/toast'
import { childText } from '../child.text'
import { draftOf, EMPTY_CHILD, readChild } from '../child-fields'
import styles from '../childcare.module.scss'
import { ChildConsent } from './child-consent'
import { ChildReads } from './child-reads'
import { ChildWordsStep } from './child-words-step'
import { RemoveChild } from './remove-child'

interface ChildFormProps {
  communityId: string
  /** Left out for one that is not written down yet. */
  child: Child | undefined
}

/** What is written down, and on a page of its own the consent: nothing leaves the phone before (PIPL 31). */
export const ChildForm = ({ communityId, child }: ChildFormProps) => {
  const t = useText(childText)
  const [empty] = useState(() => (child ? draftOf(child) : EMPTY_CHILD))
  const draft = useDraft(`child.${child?.id ?? 'new'}`, empty)
  const [isRestored, setRestored] = useState(draft.wasRestored)
  const [step, setStep] = useState(1)
  const [hasTried, setTried] = useState(false)
  const [hasConsent, setConsent] = useState(false)
  const saving = useSaveChild(communityId)
  const read = readChild(draft.fields, shanghaiTime(useNow()).date.slice(0, 7))
  const goTo = (next: number) => {
    setTried(false)
    setStep(next)
    toTop()
  }
  const save = () => {
    if (typeof read === 'string') return goTo(1)
    if (!hasConsent) return setTried(true)
    saving.mutate(
      { ...read, ...(child ? { childId: child.id } : {}), consents: true },
      {
        onSuccess: () => {
          draft.clear()
          showToast(t('saved'))
          goBack()
        },
        onError: toTop,
      },
    )
  }
  const goOn = () => {
    if (step === 2) return save()
    if (typeof read === 'string') return setTried(true)
    goTo(2)
  }
  return (
    <Page
      title={t('newChild')}
      action={
        <Button kind='primary' isWide isBusy={saving.isPending} onPress={goOn}>
          {t(step === 2 ? 'save' : 'next')}
        </Button>
      }
    >
      <Steps step={step} total={2} name={t(step === 2 ? 'stepConsent' : 'stepWrite')} />
      {isRestored && (
        <Card tint='blue'>
          <View className={styles.head}>
            <View>{t('restored')}</View>
            <Button
              kind='quiet'
              onPress={() => {
                draft.clear()
                setRestored(false)
              }}
            >
              {t('startAfresh')}
            </Button>
          </View>
        </Card>
      )}
      {saving.isError && <ErrorNotice error={saving.error} />}
      {step === 1 && (
        <ChildWordsStep
          fields={draft.fields}
          onChange={draft.change}
          mistake={hasTried && typeof read === 'string' ? read : undefined}
        />
      )}
      {step === 2 && (
        <>
          <ChildConsent
            fields={draft.fields}
            hasConsent={hasConsent}
            onChange={setConsent}
            isMissing={hasTried && !hasConsent}
          />
          <View className={styles.block}>
            <Button icon='back' onPress={() => goTo(1)}>
              {t('previous')}
            </Button>
          </View>
        </>
      )}
      {child && step === 1 && (
        <>
          <ChildReads communityId={communityId} childId={child.id} />
          <RemoveChild communityId={communityId} child={child} />
        </>
      )}
      <OfflineWay />
    </Page>
  )
}
