import { ladder } from '@rollcall/core/presets'
import { Hono } from 'hono'
import type { Bindings } from '../caller.ts'
import type { Product } from '../product.ts'
import { seed } from './seed.ts'
import { surveyRoutes } from './survey-routes.ts'
import { openSurveys } from './surveys.ts'

/** By the `ladder` preset, as it is: surveys, and seven ranks of people. */
export const surveyPlatform: Product = {
  id: 'survey-platform',
  name: 'Northwind Surveys',
  policy: ladder,
  accent: '#8c2f5f',
  usersPage: '/admin/users',
  open(file) {
    const surveys = openSurveys(file)
    return {
      seed: (world) => seed(world, surveys),
      async register(rollcall) {
        for (const { id, name } of surveys.all()) await rollcall.resources.put({ id, type: 'survey', name })
      },
      routes: (rollcall) => new Hono<{ Bindings: Bindings }>().route('/surveys', surveyRoutes(rollcall, surveys)),
    }
  },
}
