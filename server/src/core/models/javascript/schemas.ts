import type { SdkModel } from '../model.js';

const same = ['this'];

/** Schema libraries: what they let through, and the calls that check data against them. */
export default {
  id: 'schemas',
  language: 'javascript',
  packages: ['zod', 'zod/*', 'valibot'],
  origin: 'zod.dev/api (zod 3 and 4), valibot.dev/api (valibot 1)',
  schemas: [
    {
      path: 'zod:**.{number,int,int32,uint32,float32,float64,bigint,boolean,stringbool,date,enum,nativeEnum,literal,null,undefined,nan,uuid,uuidv4,uuidv7,guid}',
      lets: 'constants',
    },
    { path: 'zod:**.{object,strictObject,looseObject,interface}', lets: 'value', schemas: ['0'] },
    { path: 'zod:**.{array,set}', lets: 'list', schemas: ['0', 'this'] },
    { path: 'zod:**.record', lets: 'map', schemas: ['1'] },
    { path: 'zod:**.{union,tuple,promise,pipe}', lets: 'value', schemas: ['0'] },
    { path: 'zod:**.{optional,nullable,nullish,readonly}', lets: 'value', schemas: ['0', 'this'] },
    { path: 'zod:**.discriminatedUnion', lets: 'value', schemas: ['1'] },
    { path: 'zod:**.preprocess', lets: 'value', schemas: ['1'] },
    { path: 'zod:**.lazy', lets: 'value', schemas: ['0'] },
    { path: 'zod:**.or', lets: 'either', schemas: ['0', 'this'] },
    {
      path: 'zod:**.{extend,safeExtend,merge,and,augment}',
      lets: 'merged',
      schemas: ['this', '0'],
    },
    { path: 'zod:**.intersection', lets: 'merged', schemas: ['0', '1'] },
    {
      path: 'zod:**.{default,prefault,describe,meta,brand,refine,superRefine,check,min,max,gt,gte,lt,lte,int,positive,negative,nonnegative,nonpositive,multipleOf,finite,safe,length,nonempty,strict,strip,passthrough,loose,partial,deepPartial,required,catch,pick,omit,exclude,extract,unwrap,exactOptional,clone,register}',
      lets: 'value',
      schemas: same,
    },
    {
      path: 'valibot:{number,bigint,boolean,date,picklist,enum,enum_,literal,null,null_,undefined,undefined_,nan}',
      lets: 'constants',
    },
    {
      path: 'valibot:{object,strictObject,looseObject,optional,nullable,nullish,union,pipe}',
      lets: 'value',
      schemas: ['0'],
    },
    { path: 'valibot:variant', lets: 'value', schemas: ['1'] },
    { path: 'valibot:array', lets: 'list', schemas: ['0'] },
    { path: 'valibot:record', lets: 'map', schemas: ['1'] },
  ],
  typed: [
    { path: 'zod:**.{parse,parseAsync}', schema: 'this' },
    { path: 'zod:**.{safeParse,safeParseAsync,spa}', schema: 'this', at: ['data'] },
    { path: 'valibot:{parse,parseAsync}', schema: '0' },
    { path: 'valibot:{safeParse,safeParseAsync}', schema: '0', at: ['output'] },
  ],
} satisfies SdkModel;
