import type { SdkModel } from '../model.js';

const same = ['this'];
const joi = '{joi,@hapi/joi}:**';
const yup = 'yup:**';

/** Schema libraries: what they let through, and the calls that check data against them. */
export default {
  id: 'schemas',
  language: 'javascript',
  packages: ['zod', 'zod/*', 'valibot', 'joi', '@hapi/joi', 'yup', 'superstruct'],
  origin:
    'zod.dev/api (zod 3 and 4), valibot.dev/api (valibot 1), joi.dev/api (joi 17 and 18), github.com/jquense/yup (yup 1), docs.superstructjs.org (superstruct 2)',
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
    { path: `${joi}.{number,boolean,bool,date,valid,equal,guid,uuid}`, lets: 'constants' },
    { path: `${joi}.object`, lets: 'value', schemas: ['0'] },
    { path: `${joi}.{keys,append}`, lets: 'merged', schemas: ['this', '0'] },
    { path: `${joi}.items`, lets: 'list', schemas: ['0'] },
    { path: `${joi}.{alternatives,try}`, lets: 'either', schemas: ['0', '1', '2', '3'] },
    {
      path: `${joi}.{required,optional,options,prefs,strict,default,label,description,min,max,integer,positive,unknown,stripUnknown,insensitive,failover,when,messages,error,note,example,length}`,
      lets: 'value',
      schemas: same,
    },
    { path: `${yup}.{number,boolean,bool,date}`, lets: 'constants' },
    { path: `${yup}.object`, lets: 'value', schemas: ['0'] },
    { path: `${yup}.{shape,concat}`, lets: 'merged', schemas: ['this', '0'] },
    { path: `${yup}.array`, lets: 'list', schemas: ['0'] },
    { path: `${yup}.of`, lets: 'list', schemas: ['0'] },
    { path: `${yup}.{oneOf,equals,uuid}`, lets: 'constants' },
    {
      path: `${yup}.{required,optional,nullable,notRequired,defined,nonNullable,default,label,meta,min,max,integer,positive,noUnknown,strict,typeError,trim,lowercase,round}`,
      lets: 'value',
      schemas: same,
    },
    { path: 'superstruct:{enums,literal,number,integer,boolean,date,bigint}', lets: 'constants' },
    { path: 'superstruct:{object,type,optional,nullable}', lets: 'value', schemas: ['0'] },
    { path: 'superstruct:{defaulted,coerce,refine,size,min,max}', lets: 'value', schemas: ['0'] },
    { path: 'superstruct:array', lets: 'list', schemas: ['0'] },
    { path: 'superstruct:record', lets: 'map', schemas: ['1'] },
  ],
  typed: [
    { path: 'zod:**.{parse,parseAsync}', schema: 'this' },
    { path: 'zod:**.{safeParse,safeParseAsync,spa}', schema: 'this', at: ['data'] },
    { path: 'valibot:{parse,parseAsync}', schema: '0' },
    { path: 'valibot:{safeParse,safeParseAsync}', schema: '0', at: ['output'] },
    { path: `${joi}.{attempt,assert}`, schema: '1' },
    { path: `${joi}.validate`, schema: 'this', at: ['value'] },
    { path: `${joi}.validateAsync`, schema: 'this' },
    { path: `${yup}.{validate,validateSync,cast}`, schema: 'this' },
    { path: 'superstruct:{create,mask}', schema: '1' },
  ],
} satisfies SdkModel;
