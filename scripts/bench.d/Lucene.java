// Lucene beside Izde: indexes JSONL, one thread, positions and texts stored; answers queries of a file and times each.
//   Lucene index JSONL FOLDER
//   Lucene search FOLDER QUERIES plain|snippets      class<TAB>words; tells milliseconds, a line each
//   Lucene count FOLDER WORDS                        a word a line; tells the documents whose text has it
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.*;

public class Lucene {
  // A line of JSON whose values are strings.
  static Map<String, String> parse(String line) {
    Map<String, String> fields = new HashMap<>();
    int[] at = {0};
    while (line.indexOf('"', at[0]) >= 0) fields.put(string(line, at), string(line, at));
    return fields;
  }

  static String string(String line, int[] at) {
    StringBuilder out = new StringBuilder();
    int i = line.indexOf('"', at[0]) + 1;
    for (; line.charAt(i) != '"'; i++) {
      char c = line.charAt(i);
      if (c != '\\') { out.append(c); continue; }
      c = line.charAt(++i);
      if (c == 'u') { out.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16)); i += 4; }
      else out.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'b' ? '\b' : c == 'f' ? '\f' : c);
    }
    at[0] = i + 1;
    return out.toString();
  }

  static void index(String source, String folder) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(folder)), config);
         var lines = Files.newBufferedReader(Paths.get(source), StandardCharsets.UTF_8)) {
      for (String line; (line = lines.readLine()) != null;) {
        Map<String, String> fields = parse(line);
        Document document = new Document();
        document.add(new StringField("id", fields.get("id"), Field.Store.YES));
        document.add(new StringField("lang", fields.getOrDefault("lang", ""), Field.Store.YES));
        document.add(new TextField("title", fields.getOrDefault("title", ""), Field.Store.YES));
        document.add(new TextField("text", fields.get("text"), Field.Store.YES));
        writer.addDocument(document);
      }
    }
  }

  static Query query(String kind, String[] words) {
    if (kind.equals("phrase")) return new PhraseQuery("text", words);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    BooleanClause.Occur how = kind.equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    int count = kind.equals("or") || kind.equals("and") || kind.equals("typed") ? words.length : 1;
    if (count == 1) return new TermQuery(new Term("text", words[0]));
    for (int i = 0; i < count; i++) {
      Term term = new Term("text", words[i]);
      all.add(kind.equals("typed") && i == 1 ? new PrefixQuery(term) : new TermQuery(term), how);
    }
    return all.build();
  }

  static void search(String folder, String queries, boolean snippets) throws Exception {
    try (IndexReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(folder)))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, new StandardAnalyzer());
      List<String> lines = Files.readAllLines(Paths.get(queries));
      StringBuilder out = new StringBuilder();
      for (int pass = 0; pass < 2; pass++)  // the first is for the virtual machine to warm up
        for (String line : lines) {
          String[] parts = line.split("\t");
          long start = System.nanoTime();
          Query query = query(parts[0], parts[1].toLowerCase(Locale.ROOT).split(" "));
          TopDocs top = searcher.search(query, 10);
          for (ScoreDoc hit : top.scoreDocs) reader.document(hit.doc, Set.of("id")).get("id");
          if (snippets && top.scoreDocs.length > 0) highlighter.highlight("text", query, top);
          if (pass == 1) out.append((System.nanoTime() - start) / 1e6).append('\n');
        }
      System.out.print(out);
    }
  }

  static void count(String folder, String words) throws Exception {
    try (IndexReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(folder)))) {
      System.out.println(reader.numDocs());
      for (String word : Files.readAllLines(Paths.get(words))) System.out.println(reader.docFreq(new Term("text", word)));
    }
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("index")) index(args[1], args[2]);
    else if (args[0].equals("search")) search(args[1], args[2], args[3].equals("snippets"));
    else count(args[1], args[2]);
  }
}
