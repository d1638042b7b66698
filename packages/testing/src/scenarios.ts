import { appStore } from './scenarios/app-store.ts'
import { empty } from './scenarios/empty.ts'
import { many } from './scenarios/many.ts'
import { productHub } from './scenarios/product-hub.ts'
import { surveyPlatform } from './scenarios/survey-platform.ts'

/** Fills a world with people; it may stand over any storage, mailer and hasher. */
export const scenarios = { appStore, empty, many, productHub, surveyPlatform }
