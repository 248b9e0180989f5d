import type { AccessPath, ModelLanguage } from '../models/model.js';

/** Functions of the languages' own libraries whose meaning the engine knows by itself; `builtins.ts` says what they do. */
export const functionPaths = [
  ['same', 'python', 'builtins:{reversed,iter,sorted,tuple,set,frozenset,vars}'],
  ['same', 'python', 'copy:{copy,deepcopy}'],
  ['same', 'python', 'collections:deque'],
  ['same', 'python', 'dataclasses:asdict'],
  ['same', 'python', 'asyncio:{create_task,ensure_future,wait_for,shield,run,as_completed}'],
  ['same', 'javascript', 'global:structuredClone'],
  ['same', 'javascript', 'global:Object.{freeze,seal}'],
  ['listOfElements', 'python', 'builtins:{list,aiter}'],
  ['enumerate', 'python', 'builtins:enumerate'],
  ['zip', 'python', 'builtins:zip'],
  ['zip', 'python', 'itertools:zip_longest'],
  ['mapOver', 'python', 'builtins:map'],
  ['filterBy', 'python', 'builtins:filter'],
  ['next', 'python', 'builtins:{next,anext}'],
  ['next', 'python', 'random:choice'],
  ['dict', 'python', 'builtins:dict'],
  ['dict', 'python', 'collections:OrderedDict'],
  ['getAttribute', 'python', 'builtins:getattr'],
  ['setAttribute', 'python', 'builtins:setattr'],
  ['partial', 'python', 'functools:partial'],
  ['callsArgument', 'python', 'asyncio:to_thread'],
  ['callsArgument', 'python', 'anyio:to_thread.run_sync'],
  ['callsArgument', 'python', '{starlette,fastapi}:concurrency.run_in_threadpool'],
  ['callsArgument', 'python', 'contextvars:copy_context().run'],
  ['callsArgument', 'python', 'asgiref:sync.sync_to_async()'],
  ['callsArgument', 'python', 'concurrent:futures.{ThreadPoolExecutor,ProcessPoolExecutor}().submit'],
  ['callsArgument', 'javascript', 'global:{queueMicrotask,setImmediate,setTimeout,setInterval}'],
  ['callsArgument', 'javascript', 'react:{useCallback,useMemo,useEffect,cache}'],
  ['callsSecond', 'python', 'asyncio:{get_event_loop,get_running_loop,new_event_loop}().run_in_executor'],
  ['gathered', 'python', 'asyncio:gather'],
  ['first', 'python', 'asgiref:sync.{sync_to_async,async_to_sync}'],
  ['first', 'javascript', 'global:Promise.{all,allSettled,resolve}'],
  ['newPromise', 'javascript', 'global:Promise'],
  ['first', 'javascript', 'global:Object.fromEntries'],
  ['oneOf', 'javascript', 'global:Promise.{race,any}'],
  ['objectValues', 'javascript', 'global:Object.values'],
  ['objectEntries', 'javascript', 'global:Object.entries'],
  ['assign', 'javascript', 'global:Object.assign'],
  ['arrayFrom', 'javascript', 'global:Array.from'],
  ['newMap', 'javascript', 'global:{Map,WeakMap}'],
  ['newSet', 'javascript', 'global:Set'],
  ['pattern', 'python', 're:compile'],
  ['pattern', 'javascript', 'global:RegExp'],
  ['provided', 'python', 'fastapi:{Depends,Security,params.Depends}'],
  ['linked', 'javascript', '{@langchain/core,langchain}:**.RunnableSequence.from'],
  ['linked', 'javascript', '{@langchain/core,langchain}:**.RunnableSequence'],
  ['linked', 'python', '{langchain_core,langchain}:**.RunnableSequence'],
  ['addNodes', 'python', 'langgraph:**.StateGraph().{add_*,set_*}'],
  ['addNodes', 'javascript', '@langchain/langgraph:**.StateGraph().{add*,set*}'],
  ['compileNodes', 'python', 'langgraph:**.StateGraph().compile'],
  ['compileNodes', 'javascript', '@langchain/langgraph:**.StateGraph().compile'],
  [
    'runNodes',
    'python',
    'langgraph:**.StateGraph().compile().{invoke,ainvoke,stream,astream,astream_events,batch,abatch}',
  ],
  [
    'runNodes',
    'javascript',
    '@langchain/langgraph:**.StateGraph().compile().{invoke,stream,streamEvents,batch}',
  ],
  ['stops', 'python', 'builtins:{exit,quit}'],
  ['stops', 'python', 'sys:exit'],
  ['stops', 'python', 'os:_exit'],
  ['stops', 'python', '{flask,werkzeug}:**.abort'],
  ['stops', 'javascript', 'global:process.{exit,abort}'],
  ['stops', 'java', 'java.lang:System.exit'],
  ['gathered', 'java', 'java.util:{List.of,Set.of,Arrays.asList,stream.Stream.of}'],
  ['gathered', 'java', 'reactor.core.publisher:Flux.just'],
  ['listOfElements', 'java', 'java.util:{ArrayList,LinkedList,HashSet,LinkedHashSet,TreeSet,ArrayDeque}'],
  ['first', 'java', 'java.util:{Arrays.stream,List.copyOf,Set.copyOf,Map.copyOf,Optional.{of,ofNullable}}'],
  [
    'first',
    'java',
    'java.util:{Objects.requireNonNull*,Collections.{unmodifiable*,singletonList,singleton}}',
  ],
  ['first', 'java', 'reactor.core.publisher:{Mono.{just,justOrEmpty},Flux.fromIterable}'],
  ['first', 'java', 'java.util:concurrent.CompletableFuture.completedFuture'],
  ['mapOfPairs', 'java', 'java.util:{Map.{of,entry},HashMap,LinkedHashMap,TreeMap,Collections.singletonMap}'],
  ['mapOfPairs', 'java', 'java.util:concurrent.ConcurrentHashMap'],
  ['textBuilder', 'java', 'java.lang:{StringBuilder,StringBuffer}'],
  ['textBuilder', 'java', 'java.util:StringJoiner'],
  ['appendsText', 'java', 'java.lang:{StringBuilder,StringBuffer}().{append,insert,appendCodePoint,replace}'],
  ['appendsText', 'java', 'java.util:StringJoiner().add'],
  ['dressed', 'java', 'java.net:{URI,URI.create,URL}'],
  ['dressed', 'java', 'java.nio.file:{Path.of,Paths.get}'],
  ['dressed', 'java', 'java.io:File'],
  ['pattern', 'java', 'java.util:regex.Pattern.compile'],
  ['stops', 'javascript', 'next:/navigation.{notFound,redirect,permanentRedirect}'],
] as const satisfies readonly (readonly [string, ModelLanguage, AccessPath])[];

/** Classes whose instances are one of a few constants. */
export const ENUMERATIONS: AccessPath = 'enum:{Enum,StrEnum,IntEnum,Flag,IntFlag}';
export const JAVA_ENUMERATIONS: AccessPath = 'java.lang:Enum';
/** Decorators of methods that hand what they give to one another: steps of a workflow. */
export const STEPS: AccessPath = '{llama_index,workflows,crewai}:**.{step,listen,start,router}';
export const CALLED_STEPS: AccessPath = '{llama_index,workflows,crewai}:**.{step,listen,start,router}()';
/** Regular expressions: functions that take the pattern, and methods of a compiled one. */
export const PATTERN_FUNCTIONS: AccessPath = 're:{fullmatch,match,search,findall,finditer}';
export const PATTERN_METHODS: AccessPath = 're:compile().{fullmatch,match,search,findall,finditer}';
export const SCRIPT_PATTERN_METHODS: AccessPath = 'global:RegExp().{test,exec}';
export const JAVA_PATTERN_METHODS: AccessPath = 'java.util:regex.Pattern.compile().matcher';

/** Every path that the engine knows by itself. */
export const knownPaths: Readonly<Record<ModelLanguage, readonly AccessPath[]>> = {
  python: [...pathsOf('python'), ENUMERATIONS, STEPS, CALLED_STEPS, PATTERN_FUNCTIONS, PATTERN_METHODS],
  javascript: [...pathsOf('javascript'), SCRIPT_PATTERN_METHODS],
  java: [...pathsOf('java'), JAVA_ENUMERATIONS, JAVA_PATTERN_METHODS],
};

function pathsOf(language: ModelLanguage): readonly AccessPath[] {
  return functionPaths.filter(([, of]) => of === language).map(([, , path]) => path);
}
