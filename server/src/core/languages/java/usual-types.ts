/**
 * Where types of a simple name usually are from. Only for code that imports nothing at all: pieces of files, as people paste and show them.
 */
const packages: Readonly<Record<string, string>> = {
  'java.io': 'File FileReader FileWriter FileInputStream FileOutputStream ObjectInputStream',
  'java.net': 'URI URL',
  'java.net.http': 'HttpClient HttpRequest',
  'java.nio.file': 'Files Path Paths',
  'java.sql': 'Connection DriverManager PreparedStatement ResultSet Statement',
  'java.util': 'ArrayList Arrays HashMap List Map Optional Scanner Set',
  'java.util.stream': 'Collectors Stream',
  'javax.script': 'ScriptEngine ScriptEngineManager',
  'com.anthropic.client': 'AnthropicClient',
  'com.openai.client': 'OpenAIClient',
  'dev.langchain4j.service': 'AiServices',
  'jakarta.servlet.http': 'HttpServlet HttpServletRequest HttpServletResponse',
  'org.springframework.ai.chat.client': 'ChatClient',
  'org.springframework.ai.chat.model': 'ChatModel',
  'org.springframework.ai.chat.prompt': 'Prompt PromptTemplate',
  'org.springframework.ai.tool.annotation': 'Tool ToolParam',
  'org.springframework.ai.vectorstore': 'VectorStore',
  'org.springframework.jdbc.core': 'JdbcTemplate',
  'org.springframework.web.bind.annotation':
    'DeleteMapping GetMapping PatchMapping PathVariable PostMapping PutMapping RequestBody RequestMapping RequestParam',
  'org.springframework.web.client': 'RestClient RestTemplate',
};

const usual: ReadonlyMap<string, string> = new Map(
  Object.entries(packages).flatMap(([name, types]) =>
    types.split(' ').map((type) => [type, `${name}.${type}`] as const),
  ),
);

/** The full name of a type that is usually meant by a simple one. */
export const usualType = (name: string): string | undefined => usual.get(name);
